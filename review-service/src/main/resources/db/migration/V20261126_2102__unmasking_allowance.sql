-- How many fields each reviewer has seen in plain text since the window began.
create table unmasking_allowance (
    reviewer_id text primary key,
    began_at    timestamptz not null,
    used        integer     not null
);
