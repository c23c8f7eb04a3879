-- A producer that was restored from a backup gives a version twice: events of one version are kept beside each other.
alter table held_event drop constraint held_event_pkey;
alter table held_event add primary key (topic, aggregate_id, aggregate_version, event_id);

-- By which a version that two operators gave up is found when its event comes late.
create index discard_missing on discard (topic, object_id, aggregate_version)
    where kind = 'MISSING_EVENT' and state = 'CARRIED_OUT';
