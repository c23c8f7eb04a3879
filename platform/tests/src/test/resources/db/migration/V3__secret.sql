-- A table with encrypted columns, for tests of work on keys.
create table secret (
    id         bigint  not null,
    part       integer not null,
    account_id text    not null,
    word       bytea   not null,
    note       bytea,
    primary key (id, part)
);
