-- Indexes by which auditors search: by person, account, action and period, newest first.
--
-- Acts wait while the indexes are built, because each writes an audit row: seconds for a million rows. Where the log is
-- much larger, create the same indexes concurrently before the upgrade (docs/upgrade.md); they are then skipped here.
set local lock_timeout = '5s';

create index if not exists audit_by_time on audit_entry (at, sequence);
create index if not exists audit_by_actor on audit_entry (actor, at, sequence);
create index if not exists audit_by_recipient on audit_entry (recipient, at, sequence) where recipient is not null;
create index if not exists audit_by_account on audit_entry (account_id, at, sequence) where account_id is not null;
create index if not exists audit_by_action on audit_entry (action, at, sequence);
