-- Senders that refused a message although another one may take it.

-- Writers wait while a column is added; others must not queue behind a migration that waits for its lock.
set local lock_timeout = '5s';

-- Names separated by commas. Null: none. When all chosen senders are among them, the message fails.
alter table sms_message add column refused_by text;
