-- A comparison of this service's cursors with what the producers of its topics have published.
create table reconciliation (
    id           bigint generated always as identity primary key,
    state        text        not null default 'RUNNING' check (state in ('RUNNING', 'FINISHED', 'FAILED')),
    started_by   text        not null,
    reason       text        not null,
    started_at   timestamptz not null default clock_timestamp(),
    progress_at  timestamptz not null default clock_timestamp(),
    finished_at  timestamptz,
    failure      text,
    truncated    boolean     not null default false,
    worker       text,
    worker_until timestamptz,
    check ((state = 'RUNNING') = (finished_at is null))
);

-- One at a time.
create unique index reconciliation_running on reconciliation (state) where state = 'RUNNING';

-- How far one topic was compared: along the cursors that are here (CURSORS), and along what was published (PUBLISHED).
create table reconciliation_walk (
    reconciliation_id bigint  not null references reconciliation on delete cascade,
    topic             text    not null,
    direction         text    not null check (direction in ('CURSORS', 'PUBLISHED')),
    position          text    not null default '',
    done              boolean not null default false,
    compared          bigint  not null default 0,
    primary key (reconciliation_id, topic, direction)
);

create table reconciliation_difference (
    reconciliation_id bigint      not null references reconciliation on delete cascade,
    topic             text        not null,
    aggregate_id      text        not null,
    kind              text        not null check (kind in ('AHEAD', 'BEHIND', 'NEVER_SEEN')),
    version_here      bigint      not null,
    version_there     bigint      not null,
    outcome           text        not null check (outcome in ('REPORTED', 'FOUND', 'RESENT', 'UNAVAILABLE', 'SETTLED')),
    events            integer     not null default 0,
    found_at          timestamptz not null default clock_timestamp(),
    settled_at        timestamptz,
    primary key (reconciliation_id, topic, aggregate_id)
);

-- What is still to be done about differences: to ask for the events, and to see them applied.
create index reconciliation_open on reconciliation_difference (reconciliation_id, outcome, topic, aggregate_id)
    where outcome in ('FOUND', 'RESENT');

-- When the next one is due. A row, so that one replica starts it.
create table reconciliation_schedule (
    only_row boolean     not null default true primary key check (only_row),
    next_at  timestamptz not null default clock_timestamp() + interval '1 day'
);

insert into reconciliation_schedule default values;
