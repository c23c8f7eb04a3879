-- One review per submission: the work order of the submission is the primary key.
create table review (
    work_order bigint primary key,
    qualification_id bigint not null,
    revision integer not null,
    account_id text not null,
    name text not null,
    company_name text not null,
    credit_code text not null,
    owner_type text not null,
    purpose text not null,
    status text not null check (status in ('OPEN', 'CLAIMED', 'DECIDED', 'CANCELLED')),

    policy text not null,
    opened_at timestamptz not null,
    warn_at timestamptz not null,
    due_at timestamptz not null,
    escalate_at timestamptz not null,
    provisional boolean not null,
    warned_at timestamptz,
    breached_at timestamptz,
    escalated_at timestamptz,

    reviewer_id text,
    claimed_at timestamptz,
    lease_ends_at timestamptz,
    lease_cycle integer not null default 0,
    lapsed_reviewer_id text,

    outcome text check (outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    decided_at timestamptz,
    cancelled_at timestamptz,
    superseded_at timestamptz,

    constraint review_lease check ((status = 'CLAIMED') = (lease_ends_at is not null)),
    constraint review_holder check (status <> 'CLAIMED' or reviewer_id is not null),
    constraint review_decision check ((status = 'DECIDED') = (outcome is not null and decided_at is not null)),
    constraint review_cancellation check ((status = 'CANCELLED') = (cancelled_at is not null))
);

-- The queue: what is to be done, by due time. Decided reviews are many and are not in it.
create index review_queue on review (due_at, work_order) where status in ('OPEN', 'CLAIMED');
create index review_by_status on review (status, due_at, work_order);
create index review_by_reviewer on review (reviewer_id, due_at, work_order) where reviewer_id is not null;
create index review_by_qualification on review (qualification_id);

-- Documents of the revision under review; who claims the review may see them.
create table review_document (
    work_order bigint not null references review,
    document_id text not null,
    primary key (work_order, document_id)
);

create index review_document_by_document on review_document (document_id);
