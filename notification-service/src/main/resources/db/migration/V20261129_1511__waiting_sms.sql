-- Messages that must not be sent yet, out of the way of the due ones.

-- Writers wait while an index is built; others must not queue behind a migration that waits for its lock.
set local lock_timeout = '5s';

-- Whether the message waits until queued_at. The release before ignores this: for it, queued_at decides alone.
alter table sms_message add column waiting boolean not null default false;

-- The release before still uses sms_message_next.
create index sms_message_due on sms_message (urgent desc, turn, queued_at) where status = 'QUEUED' and not waiting;
create index sms_message_waiting on sms_message (queued_at, turn) where status = 'QUEUED' and waiting;
