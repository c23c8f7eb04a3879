-- A decision may be undone for a while, in which nobody outside the desk hears of it; what was undone is kept, its words
-- encrypted as a whole.
alter table review add column undo_until timestamptz;
alter table review add column held_decisions integer not null default 0;
alter table review add constraint review_undo check (undo_until is null or status = 'DECIDED');

create table undone_decision (
    id text primary key,
    work_order bigint not null references review,
    number integer not null,
    outcome text not null check (outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    letter_outcome text check (letter_outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    findings bytea not null,
    reviewer_id text not null,
    confirmer_id text,
    decided_at timestamptz not null,
    undone_by text not null,
    undone_at timestamptz not null,
    unique (work_order, number)
);
