-- Keys per account (docs/adr/0027-account-keys.md). A service key wraps the keys of the accounts; the master key, which is
-- not in this database, wraps the service keys.

-- Only new tables; the time limit is for the references between them.
set local lock_timeout = '5s';

-- Several versions exist while the master key is being replaced.
create table service_key (
    version        integer     primary key,
    -- A Tink keyset, encrypted by the master key.
    wrapped        bytea       not null,
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
