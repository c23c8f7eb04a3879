-- Every revision of what the clock reckons by is carried to the reviews that are not finished, in batches that go on where
-- the last one stopped, whichever process that was.
create table clock_recomputation (
    revision bigint primary key references clock_revision,
    state text not null check (state in ('RUNNING', 'DONE')),
    passed bigint not null default 0,
    examined bigint not null default 0,
    changed bigint not null default 0,
    started_at timestamptz not null default clock_timestamp(),
    finished_at timestamptz,
    constraint clock_recomputation_end check ((state = 'DONE') = (finished_at is not null))
);

create index clock_recomputation_running on clock_recomputation (revision) where state = 'RUNNING';

-- By which a batch finds the reviews that come next, however many are decided.
create index review_unfinished on review (work_order, clock_revision) where decided_at is null and cancelled_at is null;

create function start_clock_recomputation() returns trigger language plpgsql as $$
begin
    insert into clock_recomputation(revision, state) values (new.revision, 'RUNNING');
    return null;
end
$$;

create trigger clock_revision_recomputes after insert on clock_revision
    for each row execute function start_clock_recomputation();

insert into clock_recomputation(revision, state) select revision, 'RUNNING' from clock_revision;
