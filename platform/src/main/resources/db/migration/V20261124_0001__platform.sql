-- Tables of the platform; each service has its own copy in its own database.

-- One row per aggregate: its lock for appending and the counter of its events.
create table outbox_stream (
    topic        text   not null,
    aggregate_id text   not null,
    version      bigint not null,
    primary key (topic, aggregate_id)
);

create table outbox (
    sequence          bigint generated always as identity primary key,
    event_id          uuid        not null unique,
    topic             text        not null,
    aggregate_id      text        not null,
    aggregate_version bigint      not null,
    type              text        not null,
    payload           text        not null,
    occurred_at       timestamptz not null,
    sent_at           timestamptz,
    attempts          integer     not null default 0,
    next_attempt_at   timestamptz,
    last_error        text,
    unique (topic, aggregate_id, aggregate_version)
);

create index outbox_unsent on outbox (sequence) where sent_at is null;
create index outbox_backing_off on outbox (topic, aggregate_id) where sent_at is null and next_attempt_at is not null;

create function notify_outbox() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end
$$;

create trigger outbox_appended after insert on outbox for each statement execute function notify_outbox();

create table inbox (
    event_id    uuid primary key,
    received_at timestamptz not null default clock_timestamp()
);

-- Where each aggregate stands; parked_at is set while an event of it could not be applied.
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

-- Events that came before one that they must follow, or behind one that is parked.
create table held_event (
    topic             text        not null,
    aggregate_id      text        not null,
    aggregate_version bigint      not null,
    event_id          uuid        not null,
    type              text        not null,
    occurred_at       timestamptz not null,
    payload           text        not null,
    held_at           timestamptz not null default clock_timestamp(),
    primary key (topic, aggregate_id, aggregate_version)
);

create table timer (
    owner_type text        not null,
    owner_id   bigint      not null,
    kind       text        not null,
    cycle      integer     not null,
    due_at     timestamptz not null,
    state      text        not null check (state in ('ARMED', 'FIRED', 'CANCELLED')),
    fired_at   timestamptz,
    primary key (owner_type, owner_id, kind, cycle),
    check (fired_at is null or fired_at >= due_at)
);

create index timer_due on timer (owner_type, due_at) where state = 'ARMED';

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
    fields      text[]      not null
);

create index audit_by_account on audit_entry (account_id, sequence);
create index audit_by_object on audit_entry (object_type, object_id, sequence);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name;
end
$$;

create trigger audit_insert_only before update or delete on audit_entry
    for each row execute function refuse_change();
create trigger audit_not_truncated before truncate on audit_entry
    for each statement execute function refuse_change();
