-- Tables for tests of work on keys: one with keyed hashes, and one whose accounts are in another table.
create table hashed (
    id         bigint primary key,
    account_id text   not null,
    phone      bytea,
    phone_index text  not null
);

create table part_owner (
    id         bigint primary key,
    account_id text   not null
);

create index part_owner_by_account on part_owner (account_id, id);

create table part (
    owner_id bigint  not null,
    number   integer not null,
    word     bytea,
    primary key (owner_id, number)
);
