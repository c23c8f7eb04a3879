-- One discard of many parked events: of a topic, with a cause (object_id holds its prefix), received in a period.

set local lock_timeout = '5s';

-- The enum of the service lists the kinds.
alter table discard drop constraint discard_kind_check;

alter table discard
    -- When this service received the events; the end is excluded. Null for the discard of one object.
    add column received_from timestamptz,
    add column received_to timestamptz,
    -- Parked aggregates, and their held events, that matched when the discard was requested.
    add column aggregates bigint,
    add column events bigint,
    -- Ids of the first of these aggregates, one a line.
    add column sample text,
    -- When no matching event was left; null while the work continues.
    add column finished_at timestamptz,
    -- The discard of many events that discarded this one.
    add column part_of bigint references discard;

create index discard_part on discard (part_of) where part_of is not null;
create index discard_unfinished on discard (id)
    where kind = 'PARKED_EVENTS' and state = 'CARRIED_OUT' and finished_at is null;
