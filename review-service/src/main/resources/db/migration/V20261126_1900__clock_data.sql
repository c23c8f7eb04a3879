-- What the clock reckons by: policies and years of the calendar, as versions that never change. Every change is a revision of
-- the whole, so that one number says by what a review was reckoned.
create table clock_revision (
    revision bigint primary key check (revision > 0),
    changed_by text not null,
    changed_at timestamptz not null default clock_timestamp()
);

create table clock_policy (
    name text not null,
    version integer not null check (version > 0),
    revision bigint not null references clock_revision,
    definition jsonb not null,
    primary key (name, version)
);

create table clock_calendar (
    year integer not null,
    version integer not null check (version > 0),
    revision bigint not null references clock_revision,
    source text not null,
    arrangement jsonb not null,
    primary key (year, version)
);

create trigger clock_revision_insert_only before update or delete on clock_revision
    for each row execute function refuse_change();
create trigger clock_policy_insert_only before update or delete on clock_policy
    for each row execute function refuse_change();
create trigger clock_calendar_insert_only before update or delete on clock_calendar
    for each row execute function refuse_change();

-- Reviews that were opened before there were revisions were reckoned by what the first of them holds.
alter table review add column clock_revision bigint not null default 1;
