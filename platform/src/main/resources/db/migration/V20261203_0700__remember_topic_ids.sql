-- The broker's id of each consumed topic. The positions of consumers belong to the topic with this id. A topic that is
-- deleted and created again has another id, but Kafka stores positions by the name.

set local lock_timeout = '5s';

create table consumed_topic (
    topic    text        primary key,
    topic_id text        not null,
    seen_at  timestamptz not null default clock_timestamp()
);
