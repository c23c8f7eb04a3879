-- Indexes for the removal of documents that nothing has named or that are quarantined, and for checks of stored bytes.
--
-- Uploads wait while the indexes are built: seconds for a million documents. Where there are many more, create the same
-- indexes concurrently before the upgrade (docs/upgrade.md); they are then skipped here.
set local lock_timeout = '5s';

create index if not exists document_unnamed on document (unused_since) where unused_since is not null and not named;
create index if not exists document_quarantined on document (unused_since)
    where unused_since is not null and status = 'QUARANTINED';
create index if not exists document_to_verify on document (verified_at nulls first, id);
