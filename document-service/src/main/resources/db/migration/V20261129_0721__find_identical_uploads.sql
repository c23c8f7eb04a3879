-- Finds documents that were uploaded with the same bytes, by any account.
--
-- Uploads wait while the index is built. Where there are many documents, create the same index concurrently before the
-- upgrade (docs/upgrade.md); it is then skipped here.
set local lock_timeout = '5s';

create index if not exists document_by_upload on document ((coalesce(uploaded_sha256, sha256)), account_id, stored_at);
