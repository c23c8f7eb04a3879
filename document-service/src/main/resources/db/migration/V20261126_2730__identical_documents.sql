-- By which documents of the same bytes are found, whoever stored them.
create index document_by_digest on document (sha256, account_id, stored_at);
