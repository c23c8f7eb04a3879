-- Who gets which policy: rules in their order, of which the first that fits decides. Versions that never change, as those of
-- policies and years.
create table clock_allocation (
    version integer primary key check (version > 0),
    revision bigint not null references clock_revision,
    rules jsonb not null
);

create trigger clock_allocation_insert_only before update or delete on clock_allocation
    for each row execute function refuse_change();
