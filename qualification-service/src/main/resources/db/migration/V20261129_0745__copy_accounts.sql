-- Indexes for the copy of an account, page by page.
--
-- Writers wait while the indexes are built: seconds for a million rows. Where there are many more, create the same
-- indexes concurrently before the upgrade (docs/upgrade.md); they are then skipped here.
-- The expression keeps them out of the plans of other queries, which would walk a large account in this order.
set local lock_timeout = '5s';

create index if not exists qualification_to_copy on qualification ((account_id || ''), id);
create index if not exists revision_to_copy on revision ((account_id || ''), id);
create index if not exists letter_to_copy on authorization_letter ((account_id || ''), id);
create index if not exists letter_submission_to_copy on letter_submission ((account_id || ''), work_order);
