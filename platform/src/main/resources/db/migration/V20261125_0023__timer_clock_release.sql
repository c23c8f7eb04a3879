-- An operator says that the database clock is right although it jumped. A row, so that every replica hears of it.
create table timer_clock_release (
    sequence    bigint generated always as identity primary key,
    released_at timestamptz not null default clock_timestamp()
);
