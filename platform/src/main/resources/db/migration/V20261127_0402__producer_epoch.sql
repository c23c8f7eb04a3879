-- The epoch of this database, which every event carries: 1, and after a restore from a backup its time in seconds since 1970.
create table producer_epoch (
    epoch    bigint  not null default 1 check (epoch > 0),
    only_row boolean not null default true primary key check (only_row)
);

insert into producer_epoch default values;

-- For the person who restores this database, before the service starts. A time instead of a count, because a second restore
-- of one backup would count to the same number. Repeated with the same time, it changes nothing.
create function producer_restored(restored_at timestamptz) returns bigint language plpgsql as $$
declare
    raised bigint;
begin
    if restored_at > clock_timestamp() then
        raise exception 'restored_at must not be in the future: %', restored_at;
    end if;
    update producer_epoch set epoch = greatest(epoch, cast(extract(epoch from restored_at) as bigint))
    returning epoch into raised;
    return raised;
end
$$;

-- The last epoch that came with an event of each topic; the owner of a topic is its only producer.
create table inbox_producer (
    topic   text        primary key,
    epoch   bigint      not null,
    seen_at timestamptz not null default clock_timestamp()
);
