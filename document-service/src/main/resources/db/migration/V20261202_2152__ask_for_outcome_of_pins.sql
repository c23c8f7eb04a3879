-- When qualification-service was last asked whether the submission of a lapsed pin failed, and whether it knew.

-- Submissions must not queue behind a migration that waits for its lock.
set local lock_timeout = '5s';

alter table pin add column asked_at timestamptz, add column outcome_unknown boolean not null default false;

-- Finds lapsed pins, the oldest first.
create index pin_reserved on pin (reserved_until) where reserved_until is not null;
