-- The erasure of accounts: what this service has erased of each erased account, and the proof of it.

set local lock_timeout = '5s';

-- One row per erased account, kept for ever. While a row exists, nothing about the account is accepted again.
create table account_erasure (
    account_id     text        primary key,
    -- When the tombstone arrived first. The keys of the account were destroyed in the same transaction.
    requested_at   timestamptz not null default clock_timestamp(),
    -- When it arrived last. It may arrive again, for example after a restore from a backup.
    begun_at       timestamptz not null default clock_timestamp(),
    -- Number of erased rows by kind, for example {"documents": 12}.
    erased         jsonb       not null default '{}',
    -- When the work goes on. Null once it is finished.
    next_at        timestamptz default clock_timestamp(),
    finished_at    timestamptz,
    check ((next_at is null) = (finished_at is not null))
);

create index account_erasure_due on account_erasure (next_at) where next_at is not null;
