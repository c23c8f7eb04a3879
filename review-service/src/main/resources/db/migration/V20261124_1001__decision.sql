-- How a review was decided. Codes and pointers are data; notes are prose that may hold personal data and are encrypted.
create table decision (
    work_order bigint primary key references review,
    account_id text not null,
    outcome text not null check (outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    reviewer_id text not null,
    decided_at timestamptz not null
);

-- Reasons of a rejection or items of a supplement request, in the reviewer's order.
create table decision_point (
    work_order bigint not null references decision,
    position integer not null,
    code text not null,
    pointer text not null,
    document_kind text,
    note bytea,
    internal_note bytea,
    primary key (work_order, position)
);
