-- The page of the local inbox shows the newest messages of all numbers.

-- Writers wait while an index is built; others must not queue behind a migration that waits for its lock.
set local lock_timeout = '5s';

create index local_inbox_sent_at on local_inbox (sent_at desc, message_id desc);
