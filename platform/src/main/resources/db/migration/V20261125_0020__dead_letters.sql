-- Records that could not be read, as they came from the broker. The timestamp is part of the key, because a broker that
-- was set up anew counts its offsets from zero again.
create table dead_letter (
    id               bigint generated always as identity primary key,
    topic            text        not null,
    record_partition integer     not null,
    record_offset    bigint      not null,
    record_timestamp bigint      not null,
    record_key       bytea,
    headers          text        not null,
    content          bytea,
    reason           text        not null,
    state            text        not null default 'WAITING' check (state in ('WAITING', 'READ', 'DISCARDED')),
    retries          integer     not null default 0,
    arrived_at       timestamptz not null default clock_timestamp(),
    published_at     timestamptz,
    closed_at        timestamptz,
    unique (topic, record_partition, record_offset, record_timestamp),
    check ((state = 'WAITING') = (closed_at is null))
);

create index dead_letter_waiting on dead_letter (arrived_at) where state = 'WAITING';
