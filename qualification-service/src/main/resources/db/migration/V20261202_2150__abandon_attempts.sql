-- Attempts to submit that another service was told had failed. Older replicas do not read the columns, so one of them may
-- still accept an attempt that has lasted longer than ten minutes.

-- Submissions must not queue behind a migration that waits for its lock.
set local lock_timeout = '5s';

alter table qualification add column abandoned_attempts integer not null default 0;
alter table authorization_letter add column abandoned_attempts integer not null default 0;
