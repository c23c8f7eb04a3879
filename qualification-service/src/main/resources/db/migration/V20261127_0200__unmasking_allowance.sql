-- How many fields a reviewer has seen in plain text since the day began.
create table unmasking_allowance (
    reviewer_id text        primary key,
    began_at    timestamptz not null,
    used        integer     not null check (used > 0)
);
