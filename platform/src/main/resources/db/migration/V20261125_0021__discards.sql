-- What operators asked to give up: an event that cannot be applied, one that never came, a record that cannot be read.
-- The content of a parked event is copied when it is asked for, so that it outlives the event.
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
    asked_by          text        not null,
    asked_at          timestamptz not null default clock_timestamp(),
    state             text        not null default 'ASKED' check (state in ('ASKED', 'CARRIED_OUT', 'TAKEN_BACK')),
    closed_by         text,
    closed_at         timestamptz,
    check ((state = 'ASKED') = (closed_at is null)),
    -- Whatever the code does: nobody discards alone.
    check (state <> 'CARRIED_OUT' or closed_by <> asked_by)
);

-- One open request per thing.
create unique index discard_asked on discard (kind, topic, object_id) where state = 'ASKED';
