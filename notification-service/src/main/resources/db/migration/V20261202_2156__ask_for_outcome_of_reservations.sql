-- When qualification-service was last asked whether the submission of a lapsed reservation failed, and whether it knew.

-- Submissions must not queue behind a migration that waits for its lock.
set local lock_timeout = '5s';

alter table phone_verification
    add column asked_at timestamptz,
    add column outcome_unknown boolean not null default false;

-- Finds lapsed reservations, the oldest first.
create index phone_verification_reserved on phone_verification (reserved_until) where reserved_until is not null;
