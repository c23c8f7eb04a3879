-- Keys per account (docs/adr/0027-account-keys.md). A service key wraps the keys of the accounts; the master key, which is
-- not in this database, wraps the service keys.

-- Only new tables; the time limit is for the references between them.
set local lock_timeout = '5s';

-- Several versions exist while the master key is being replaced.
create table service_key (
    version        integer     primary key,
    -- A Tink keyset, encrypted by the master key, in the form of its implementation.
    wrapped        text        not null,
    -- The version of the master key that encrypts it.
    master_version text        not null,
    created_at     timestamptz not null default clock_timestamp()
);

-- The keys of one account. Destroying them leaves a row without keys: nothing may be encrypted for that account again.
create table account_key (
    account_id          text        primary key,
    -- Tink keysets, encrypted by the service key.
    fields              bytea,
    objects             bytea,
    service_key_version integer     references service_key,
    created_at          timestamptz not null default clock_timestamp(),
    destroyed_at        timestamptz,
    check ((destroyed_at is null) = (fields is not null)),
    check ((destroyed_at is null) = (objects is not null)),
    check ((destroyed_at is null) = (service_key_version is not null))
);

-- Finds the keys to wrap again.
create index account_key_by_service_key on account_key (service_key_version) where service_key_version is not null;

-- Whether values are still encrypted with the keysets that all accounts share. Replicas of the release before can read no
-- others, so a database with data starts with true, and an operator ends that after the upgrade.
create table shared_keysets (
    in_use   boolean not null,
    only_row boolean not null default true primary key check (only_row)
);

insert into shared_keysets(in_use)
select exists (select from outbox_stream) or exists (select from inbox_cursor) or exists (select from audit_entry);

-- ---- Operations: work on keys

-- Work that an operator starts. It goes in batches and stores its position, so any replica continues it.
create table key_job (
    id           bigint      generated always as identity primary key,
    kind         text        not null,
    -- Whose key is replaced; null: of all accounts.
    account_id   text,
    state        text        not null default 'RUNNING' check (state in ('RUNNING', 'FINISHED')),
    started_by   text        not null,
    reason       text        not null,
    started_at   timestamptz not null default clock_timestamp(),
    finished_at  timestamptz,
    -- Where it is: the step, since when, and the position within the step.
    step         text        not null default '',
    step_since   timestamptz not null default clock_timestamp(),
    position     text        not null default '',
    processed    bigint      not null default 0,
    changed      bigint      not null default 0,
    -- Changed since the step began. A step over all rows is repeated until it changes none.
    changed_in_step bigint   not null default 0,
    unreadable   bigint      not null default 0,
    failure      text,
    worker       text,
    worker_until timestamptz,
    check ((state = 'RUNNING') = (finished_at is null)),
    check ((kind = 'ACCOUNT_KEY') = (account_id is not null))
);

-- One at a time.
create unique index key_job_running on key_job (state) where state = 'RUNNING';
