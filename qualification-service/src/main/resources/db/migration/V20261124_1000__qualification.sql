-- Numbers that leave the service stay below 2^53, so that every JSON reader keeps them exact.
create sequence qualification_id start 10000001 maxvalue 9007199254740991;
create sequence work_order start 20000001 maxvalue 9007199254740991;
create sequence revision_id maxvalue 9007199254740991;

-- Who an account belongs to; the row is also the lock under which the submissions of an account queue up.
create table account_identity (
    account_id   text primary key,
    kind         text check (kind in ('COMPANY', 'PERSON')),
    company_name text,
    credit_code  text,
    version      bigint not null,
    verified_at  timestamptz
);

create table qualification (
    id                bigint primary key,
    account_id        text        not null,
    name              text        not null,
    purpose           text        not null check (purpose in ('SELF', 'THIRD_PARTY')),
    status            text        not null check (status in
        ('DRAFT', 'IN_REVIEW', 'APPROVED', 'REJECTED', 'SUPPLEMENT_REQUIRED', 'WITHDRAWN')),
    version           bigint      not null,
    submissions       integer     not null,
    -- Fixed with the first submission; null before.
    credit_code       text,
    -- The revision being filled in, the one submitted last, and the one approved last.
    working_revision  bigint,
    current_revision  bigint,
    in_force_revision bigint,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    deleted_at        timestamptz,
    check (status = 'DRAFT' or current_revision is not null),
    check (status <> 'IN_REVIEW' or working_revision is null),
    check (status <> 'APPROVED' or in_force_revision is not null)
);

create unique index qualification_name_per_account on qualification (account_id, name) where deleted_at is null;
create index qualification_by_account on qualification (account_id, id) where deleted_at is null;

create table revision (
    id                  bigint primary key,
    qualification_id    bigint      not null references qualification (id) deferrable initially deferred,
    -- 1 for the first submission, then counted up; null while it is filled in, as is the work order.
    number              integer,
    work_order          bigint unique,
    content             jsonb       not null,
    -- What the content says of natural persons, encrypted; the indexes find equal id numbers again.
    personal_data       bytea       not null,
    administrator_index text,
    legal_person_index  text,
    credit_code         text,
    -- The phone verification whose number receives the result.
    contact_id          text,
    consent_actor       text,
    submitted_at        timestamptz,
    due_at              timestamptz,
    clock_policy        text,
    due_provisional     boolean     not null default false,
    outcome             text check (outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    -- Reasons and items with the reviewer's prose, encrypted.
    decision            bytea,
    decided_at          timestamptz,
    unique (qualification_id, number),
    check ((work_order is null) = (submitted_at is null)),
    check ((outcome is null) = (decided_at is null))
);

create index revision_by_administrator on revision (administrator_index) where work_order is not null;

create function refuse_change_of_submitted() returns trigger language plpgsql as $$
begin
    if old.work_order is not null and
        (new.work_order, new.number, new.content, new.personal_data, new.submitted_at)
        is distinct from (old.work_order, old.number, old.content, old.personal_data, old.submitted_at) then
        raise exception 'revision % was submitted and is never changed', old.id;
    end if;
    return new;
end
$$;

create trigger revision_frozen before update on revision
    for each row execute function refuse_change_of_submitted();

create table timeline_entry (
    id               bigint generated always as identity primary key,
    qualification_id bigint      not null references qualification (id) deferrable initially deferred,
    act              text        not null,
    actor            text        not null,
    role             text        not null,
    at               timestamptz not null,
    work_order       bigint,
    details          jsonb       not null
);

create index timeline_of_qualification on timeline_entry (qualification_id, id);

create trigger timeline_append_only before update or delete on timeline_entry
    for each row execute function refuse_change();

-- What a repeated submission is answered with.
create table submission_key (
    account_id       text        not null,
    key              text        not null,
    qualification_id bigint      not null,
    revision_id      bigint,
    version          bigint,
    in_force_order   bigint,
    created_at       timestamptz not null,
    primary key (account_id, key)
);
