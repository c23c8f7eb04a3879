-- How often the timers of a qualification were armed, so that each arming has timers of its own.
create table expiry_watch (
    qualification_id bigint primary key references qualification (id),
    cycle            integer not null
);

-- What was told of evidence that ends: a stage and the last day. Nothing is told twice, also when timers are armed anew.
create table expiry_told (
    qualification_id bigint      not null references qualification (id),
    point            text        not null,
    told_at          timestamptz not null default clock_timestamp(),
    primary key (qualification_id, point)
);
