-- A jump of the database clock, noted by the first process that holds its timers for it, and whether an operator said that
-- the clock is right all the same. Until now releases were counted, which missed who began to hold after the release.
create table timer_clock_jump (
    sequence    bigint generated always as identity primary key,
    seconds     bigint      not null,
    seen_at     timestamptz not null default clock_timestamp(),
    released_at timestamptz
);

drop table timer_clock_release;
