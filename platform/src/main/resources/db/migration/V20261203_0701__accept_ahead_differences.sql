-- Two operators accept that an aggregate is ahead of its producer, at a version. Each comparison asks for it.

set local lock_timeout = '5s';

create index discard_ahead on discard (topic, object_id, aggregate_version)
    where kind = 'AHEAD_DIFFERENCE' and state = 'CARRIED_OUT';
