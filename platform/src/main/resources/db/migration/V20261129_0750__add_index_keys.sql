-- Keys of blind indexes that can be replaced, and damaged account keys that are set aside
-- (docs/adr/0027-account-keys.md).

set local lock_timeout = '5s';

-- The keys that may have computed stored hashes. Replicas search with all of them.
create table index_key (
    -- 0 is the file blind-index.json.
    version             integer     primary key,
    -- A Tink keyset, encrypted by the service key.
    wrapped             bytea,
    service_key_version integer     references service_key,
    -- ADDED: only searched, until all replicas know it. IN_USE: its hashes are stored. RETIRED: only searched.
    state               text        not null check (state in ('ADDED', 'IN_USE', 'RETIRED')),
    -- When the last hash ends whose value is stored nowhere. Null: hashes are left that were not computed again.
    needed_until        timestamptz,
    created_at          timestamptz not null default clock_timestamp(),
    check ((version = 0) = (wrapped is null)),
    check ((version = 0) = (service_key_version is null)),
    check (needed_until is null or state = 'RETIRED')
);

create unique index index_key_in_use on index_key (state) where state = 'IN_USE';

insert into index_key(version, state) values (0, 'IN_USE');

alter table key_job
    -- Like changed_in_step. An earlier key is kept while the last walk found values that no key decrypts.
    add column unreadable_in_step bigint not null default 0;

alter table account_key
    -- When a job could not decrypt the keys. An operator restores or destroys them.
    add column damaged_at timestamptz;

create index account_key_damaged on account_key (damaged_at) where damaged_at is not null;
