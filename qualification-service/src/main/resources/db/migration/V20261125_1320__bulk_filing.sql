create sequence bulk_filing_id start 30000001 maxvalue 9007199254740991;

-- A sheet that was handed in.
create table bulk_filing (
    id           bigint primary key,
    account_id   text        not null,
    subject      text        not null,
    row_count    integer     not null,
    created_at   timestamptz not null,
    cancelled_at timestamptz
);

create index bulk_filing_by_account on bulk_filing (account_id, id);

-- Its rows. What they say of natural persons is encrypted; all they say is gone at their end.
create table bulk_row (
    id                    bigint generated always as identity primary key,
    filing_id             bigint      not null references bulk_filing (id),
    number                integer     not null,
    state                 text        not null check (state in
        ('WAITING', 'DRAFTED', 'AWAITING_PHONE', 'READY', 'SUBMITTED', 'FAILED', 'INVALID', 'CANCELLED')),
    content               jsonb,
    personal_data         bytea,
    qualification_id      bigint,
    qualification_version bigint,
    work_order            bigint,
    findings              jsonb       not null,
    attempts              integer     not null,
    next_at               timestamptz not null,
    unique (filing_id, number),
    -- No draft and no submission belongs to two rows.
    unique (qualification_id),
    unique (work_order),
    check ((content is not null) = (state in ('WAITING', 'DRAFTED', 'AWAITING_PHONE', 'READY'))),
    check (state <> 'SUBMITTED' or work_order is not null)
);

create index bulk_row_due on bulk_row (next_at, id) where state in ('WAITING', 'DRAFTED', 'READY');
create index bulk_row_awaiting on bulk_row (next_at, id) where state = 'AWAITING_PHONE';
