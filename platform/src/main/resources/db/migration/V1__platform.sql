-- The tables of the platform. Each service has its own copy of them, in its own database.

-- ---- Outbox: events that this service publishes

-- One row per aggregate. It counts the events of the aggregate, and whoever appends one locks it.
create table outbox_stream (
    topic        text   not null,
    aggregate_id text   not null,
    version      bigint not null,
    primary key (topic, aggregate_id)
);

create table outbox (
    sequence            bigint generated always as identity primary key,
    event_id            uuid        not null unique,
    topic               text        not null,
    aggregate_id        text        not null,
    aggregate_version   bigint      not null,
    type                text        not null,
    payload             text        not null,
    occurred_at         timestamptz not null,
    -- W3C Trace Context: the headers of the trace in which consumers go on.
    traceparent         text,
    tracestate          text,
    sent_at             timestamptz,
    attempts            integer     not null default 0,
    next_attempt_at     timestamptz,
    last_error          text,
    -- Set while an event that was sent before waits to be sent again; its age counts from then.
    resend_requested_at timestamptz,
    unique (topic, aggregate_id, aggregate_version)
);

-- New events and events that are sent again wait in separate indexes, each in its own order. A long resend must not delay
-- new events.
create index outbox_unsent on outbox (sequence) where sent_at is null and resend_requested_at is null;
create index outbox_resends on outbox (resend_requested_at, sequence)
    where sent_at is null and resend_requested_at is not null;
-- A new event waits while earlier events of its aggregate are still to be sent again.
create index outbox_resends_by_aggregate on outbox (topic, aggregate_id)
    where sent_at is null and resend_requested_at is not null;
create index outbox_backing_off on outbox (topic, aggregate_id) where sent_at is null and next_attempt_at is not null;
-- BRIN stays small, because rows lie in the order of their time.
create index outbox_by_time on outbox using brin (occurred_at);

create function notify_outbox() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end
$$;

create trigger outbox_appended after insert on outbox for each statement execute function notify_outbox();

-- One replica at a time relays the outbox. The holder renews the row. When it has expired, another replica takes it and
-- raises the epoch, which fences off statements of the earlier holder.
create table relay_lease (
    only_one   boolean     primary key default true check (only_one),
    holder     text,
    epoch      bigint      not null,
    renewed_at timestamptz not null,
    expires_at timestamptz not null
);

insert into relay_lease(epoch, renewed_at, expires_at) values (0, clock_timestamp(), clock_timestamp());

-- The epoch of this database, which every event carries: 1, or after a restore from a backup the time of the restore in
-- seconds since 1970.
create table producer_epoch (
    epoch    bigint  not null default 1 check (epoch > 0),
    only_row boolean not null default true primary key check (only_row)
);

insert into producer_epoch default values;

-- Call this after restoring the database from a backup, before the service starts. The epoch is a time and not a count,
-- because two restores of the same backup would arrive at the same count.
--
-- Without more, the restored database would also repeat numbers that it gave out after the backup. People and other
-- services know those numbers of qualifications and work orders. So each sequence skips a million numbers, which is more
-- than a service gives out between two backups. A second call with the same time changes nothing.
create function producer_restored(restored_at timestamptz) returns bigint language plpgsql as $$
declare
    given  bigint := cast(extract(epoch from restored_at) as bigint);
    raised bigint;
begin
    if restored_at > clock_timestamp() then
        raise exception 'restored_at must not be in the future: %', restored_at;
    end if;
    update producer_epoch set epoch = given where epoch < given;
    if found then
        perform setval(
            cast(format('%I.%I', schemaname, sequencename) as regclass),
            coalesce(last_value, start_value) + 1000000)
        from pg_sequences
        where schemaname = current_schema() and data_type = cast('bigint' as regtype);
    end if;
    select epoch into raised from producer_epoch;
    return raised;
end
$$;

-- ---- Inbox: events of other services

-- Events that were handled, so that a second delivery changes nothing.
create table inbox (
    event_id    uuid primary key,
    received_at timestamptz not null default clock_timestamp()
);

-- The last version handled of each aggregate. An aggregate is parked (parked_at is set) while one of its events cannot be
-- applied.
create table inbox_cursor (
    topic           text   not null,
    aggregate_id    text   not null,
    last_version    bigint not null,
    parked_at       timestamptz,
    parked_event_id uuid,
    parked_cause    text,
    primary key (topic, aggregate_id)
);

create index inbox_parked on inbox_cursor (parked_at) where parked_at is not null;

-- Events that wait for an earlier event of their aggregate, either missing or parked. The key includes the event: a
-- producer that was restored from a backup may give one version to two events.
create table held_event (
    topic             text        not null,
    aggregate_id      text        not null,
    aggregate_version bigint      not null,
    event_id          uuid        not null,
    type              text        not null,
    occurred_at       timestamptz not null,
    payload           text        not null,
    traceparent       text,
    tracestate        text,
    held_at           timestamptz not null default clock_timestamp(),
    primary key (topic, aggregate_id, aggregate_version, event_id)
);

-- The latest epoch seen on each topic. A topic has one producer, its owner.
create table inbox_producer (
    topic   text        primary key,
    epoch   bigint      not null,
    seen_at timestamptz not null default clock_timestamp()
);

-- ---- Dead letters: records that could not be read

-- Stored as the broker delivered them. The timestamp is part of the key, because the offsets of a new broker start at
-- zero again.
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

-- ---- Operations: discards

-- Requests of operators to give up an event that cannot be applied, an event that never came, or a record that cannot be
-- read. The request copies the content of a parked event, so that it outlives the event.
create table discard (
    id                bigint generated always as identity primary key,
    kind              text        not null check (kind in ('PARKED_EVENT', 'MISSING_EVENT', 'DEAD_LETTER')),
    topic             text        not null,
    object_id         text        not null,
    aggregate_version bigint,
    event_id          uuid,
    type              text,
    payload           text,
    reason            text        not null,
    requested_by      text        not null,
    requested_at      timestamptz not null default clock_timestamp(),
    state             text        not null default 'REQUESTED' check (state in ('REQUESTED', 'CARRIED_OUT', 'CANCELLED')),
    closed_by         text,
    closed_at         timestamptz,
    check ((state = 'REQUESTED') = (closed_at is null)),
    -- Nobody discards alone, whatever the code does.
    check (state <> 'CARRIED_OUT' or closed_by <> requested_by)
);

-- One open request per thing.
create unique index discard_requested on discard (kind, topic, object_id) where state = 'REQUESTED';
-- Recognizes an event that arrives after two operators gave it up as missing.
create index discard_missing on discard (topic, object_id, aggregate_version)
    where kind = 'MISSING_EVENT' and state = 'CARRIED_OUT';

-- ---- Operations: reconciliation

-- One comparison of this service's cursors with what the producers of its topics have published.
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

-- How far a topic was compared: along the cursors of this service (CURSORS) and along the published events (PUBLISHED).
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

-- Differences that need work: the producer must send events again, or they must be applied.
create index reconciliation_open on reconciliation_difference (reconciliation_id, outcome, topic, aggregate_id)
    where outcome in ('FOUND', 'RESENT');

-- When the next reconciliation is due. It is a row, so that only one replica starts it.
create table reconciliation_schedule (
    only_row boolean     not null default true primary key check (only_row),
    next_at  timestamptz not null default clock_timestamp() + interval '1 day'
);

insert into reconciliation_schedule default values;

-- ---- Timers

create table timer (
    owner_type  text        not null,
    owner_id    bigint      not null,
    kind        text        not null,
    cycle       integer     not null,
    due_at      timestamptz not null,
    state       text        not null check (state in ('ARMED', 'FIRED', 'CANCELLED')),
    fired_at    timestamptz,
    -- The trace of the work that armed the timer. Firing is linked to it.
    traceparent text,
    primary key (owner_type, owner_id, kind, cycle),
    -- Never early.
    check (fired_at is null or fired_at >= due_at)
);

-- An order without ties, although very many timers are due at the same midnight: a sweep skips timers whose owners are
-- locked, and goes on behind them.
create index timer_due on timer (owner_type, due_at, owner_id, kind, cycle) where state = 'ARMED';
-- Finds old timers for removal, without reading the armed ones, of which there may be a million.
create index timer_over on timer (due_at) where state <> 'ARMED';

-- Jumps of the database clock, each recorded by the first process that holds its timers because of it. released_at says that
-- an operator found the clock to be right all the same.
create table timer_clock_jump (
    sequence    bigint generated always as identity primary key,
    seconds     bigint      not null,
    seen_at     timestamptz not null default clock_timestamp(),
    released_at timestamptz
);

-- ---- Audit

-- Who did or saw what. Holds the names of fields and never their values.
create table audit_entry (
    sequence    bigint generated always as identity primary key,
    at          timestamptz not null default clock_timestamp(),
    actor       text        not null,
    role        text        not null,
    account_id  text,
    action      text        not null,
    object_type text        not null,
    object_id   text        not null,
    reason      text,
    fields      text[]      not null,
    -- The person to whom the object was given.
    recipient   text
);

create index audit_by_object on audit_entry (object_type, object_id, sequence);

-- For tables whose rows are only ever inserted; services use it as well.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name;
end
$$;

create trigger audit_insert_only before update or delete on audit_entry
    for each row execute function refuse_change();
create trigger audit_not_truncated before truncate on audit_entry
    for each statement execute function refuse_change();
