-- Authorization letters (授权委托书). Their numbers come from the sequence of the qualifications: both are subjects of
-- submissions and reviews, and a number names one of them only.
create table authorization_letter (
    id               bigint primary key,
    account_id       text        not null,
    name             text        not null,
    status           text        not null check (status in
        ('DRAFT', 'IN_REVIEW', 'APPROVED', 'REJECTED', 'SUPPLEMENT_REQUIRED', 'WITHDRAWN')),
    version          bigint      not null,
    submissions      integer     not null,
    content          jsonb       not null,
    -- Who is authorised may be a natural person: encrypted, whoever it is.
    authorised_party bytea,
    credit_code      text,
    valid_from       date,
    valid_to         date,
    -- Work order of the submission made last.
    current_order    bigint,
    renewal_of       bigint references authorization_letter (id),
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    deleted_at       timestamptz,
    check ((status = 'DRAFT') = (current_order is null))
);

create unique index authorization_letter_name_per_account on authorization_letter (account_id, name)
    where deleted_at is null;
create index authorization_letter_by_account on authorization_letter (account_id, id) where deleted_at is null;

-- What was submitted under a work order, alone or together with a qualification under its work order.
create table letter_submission (
    work_order       bigint primary key,
    letter_id        bigint      not null references authorization_letter (id) deferrable initially deferred,
    account_id       text        not null,
    number           integer     not null,
    qualification_id bigint,
    content          jsonb       not null,
    authorised_party bytea,
    evaluation       jsonb,
    -- What a repeated submission is recognised by; null where the letter travels with a qualification.
    idempotency_key   text,
    submitted_version bigint     not null,
    -- Whom to tell, where it is reviewed alone: the contact of this qualification.
    contact_qualification bigint,
    contact_id       text,
    submitted_at     timestamptz not null,
    due_at           timestamptz,
    clock_policy     text,
    due_provisional  boolean     not null default false,
    outcome          text check (outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    -- Reasons and items with the reviewer's prose, encrypted.
    decision         bytea,
    decided_at       timestamptz,
    unique (letter_id, number),
    unique (account_id, idempotency_key),
    check ((outcome is null) = (decided_at is null))
);

create function refuse_change_of_submitted_letter() returns trigger language plpgsql as $$
begin
    if (new.letter_id, new.number, new.qualification_id, new.content, new.authorised_party, new.evaluation, new.submitted_at)
        is distinct from (old.letter_id, old.number, old.qualification_id, old.content, old.authorised_party,
            old.evaluation, old.submitted_at) then
        raise exception 'work order % was submitted and is never changed', old.work_order;
    end if;
    return new;
end
$$;

create trigger letter_submission_frozen before update on letter_submission
    for each row execute function refuse_change_of_submitted_letter();

create table letter_timeline_entry (
    id         bigint generated always as identity primary key,
    letter_id  bigint      not null references authorization_letter (id) deferrable initially deferred,
    act        text        not null,
    actor      text        not null,
    role       text        not null,
    at         timestamptz not null,
    work_order bigint,
    details    jsonb       not null
);

create index timeline_of_letter on letter_timeline_entry (letter_id, id);

create trigger letter_timeline_append_only before update or delete on letter_timeline_entry
    for each row execute function refuse_change();
