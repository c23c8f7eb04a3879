-- Numbers that leave the service stay below 2^53, so that every JSON reader keeps them exact.

-- Numbers of qualifications, letters and signature bindings. They share a sequence: qualifications and letters are subjects
-- of submissions and reviews, so that a number must name only one of them; bindings share the topic of the qualifications.
create sequence qualification_id start 10000001 maxvalue 9007199254740991;
create sequence work_order start 20000001 maxvalue 9007199254740991;
create sequence revision_id maxvalue 9007199254740991;
create sequence bulk_filing_id start 30000001 maxvalue 9007199254740991;
create sequence import_id start 40000001 maxvalue 9007199254740991;

-- ---- Accounts

-- To whom an account belongs. Submissions of an account lock this row, so that they run one after the other.
create table account_identity (
    account_id   text   primary key,
    kind         text   check (kind in ('COMPANY', 'PERSON')),
    company_name text,
    credit_code  text,
    -- Keyed hashes of a person's name and id number, which are not stored themselves.
    person_name_index      text,
    person_id_number_index text,
    version      bigint not null,
    verified_at  timestamptz,
    check ((person_name_index is null) = (person_id_number_index is null))
);

-- Finds the accounts of a person, who must not review their own submissions.
create index account_identity_by_person on account_identity (person_id_number_index, account_id)
    where person_id_number_index is not null;

-- Requests to give an account to another company or person. One operator asks, another confirms.
create table account_identity_change (
    id               bigint generated always as identity primary key,
    account_id       text        not null,
    kind             text        not null check (kind in ('COMPANY', 'PERSON')),
    company_name     text,
    credit_code      text,
    person_name_index      text,
    person_id_number_index text,
    -- The version of the identity that the request would replace.
    identity_version bigint      not null,
    reason           text        not null,
    requested_by         text        not null,
    requested_at         timestamptz not null,
    state            text        not null check (state in ('REQUESTED', 'CARRIED_OUT', 'CANCELLED')),
    closed_by        text,
    closed_at        timestamptz,
    check ((state = 'REQUESTED') = (closed_at is null)),
    check (state <> 'CARRIED_OUT' or closed_by <> requested_by)
);

create unique index account_identity_change_open on account_identity_change (account_id) where state = 'REQUESTED';
create index account_identity_change_by_state on account_identity_change (state, id);

-- How often an account used something limited, since its window began.
create table account_allowance (
    account_id text        not null,
    purpose    text        not null,
    began_at   timestamptz not null,
    used       integer     not null check (used > 0),
    primary key (account_id, purpose)
);

-- ---- Qualifications

create table qualification (
    id                bigint      primary key,
    account_id        text        not null,
    name              text        not null,
    -- The skeleton of the name (UTS #39), equal for names that look alike.
    name_key          text        not null,
    purpose           text        not null check (purpose in ('SELF', 'THIRD_PARTY')),
    -- Of the revision shown: the working copy, or without one the revision submitted last. Stored here, as is expires_on,
    -- so that lists find and sort without reading revisions.
    owner_type        text        not null check (owner_type in ('COMPANY', 'PUBLIC_INSTITUTION', 'PERSON')),
    company_name      text,
    status            text        not null check (status in
        ('DRAFT', 'IN_REVIEW', 'APPROVED', 'REJECTED', 'SUPPLEMENT_REQUIRED', 'WITHDRAWN')),
    -- Whether supervisors suspended or revoked it.
    restriction       text        not null default 'NONE' check (restriction in ('NONE', 'SUSPENDED', 'REVOKED')),
    version           bigint      not null,
    submissions       integer     not null,
    -- Set by the first submission and fixed from then on.
    credit_code       text,
    -- The revision being filled in, the one submitted last, and the one approved last.
    working_revision  bigint,
    current_revision  bigint,
    in_force_revision bigint,
    -- The approved revision of another qualification from which the draft was copied.
    copied_revision   bigint,
    -- The earliest last day of its certificate, id documents and letter: of the revision in force, or without one of the
    -- revision shown. Null where none of them ends.
    expires_on        date,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    deleted_at        timestamptz,
    check (status = 'DRAFT' or current_revision is not null),
    check (status <> 'IN_REVIEW' or working_revision is null),
    check (status <> 'APPROVED' or in_force_revision is not null),
    check (restriction = 'NONE' or in_force_revision is not null)
);

-- Within an account, names that look alike count as one name.
create unique index qualification_name_per_account on qualification (account_id, name_key)
    where deleted_at is null;

-- For search by parts of names. Trigrams (pg_trgm) do not work for Chinese in a database with the locale C, and find nothing
-- as short as two characters, which is what people search for. So a gram is the hash of one character or of two neighbours.
-- The account is part of the hash, so that a search never reads rows of other accounts.
create function search_grams(account text, words text) returns bigint[]
    language sql immutable parallel safe cost 10000 as $$
    select array_agg(distinct hashtextextended(account || chr(31) || substr(lower(words), place, size), 0))
    from generate_series(1, char_length(words)) place, generate_series(1, 2) size
    where place + size - 1 <= char_length(words)
$$;

-- The grams that every text with these words in it has.
create function search_keys(account text, words text) returns bigint[]
    language sql immutable parallel safe as $$
    select array_agg(distinct hashtextextended(
        account || chr(31) || substr(lower(words), place, least(char_length(words), 2)), 0))
    from generate_series(1, greatest(char_length(words) - 1, 1)) place
$$;

-- Not partial: the planner has no statistics of the expressions of a partial index, and would take common grams for rare.
create index qualification_by_words on qualification
    using gin (search_grams(account_id, name), search_grams(account_id, company_name));

-- One index for each order of a list. A list reads each requested combination of purpose, owner and status in order and
-- merges them. So every filter costs the same, however few rows match it.
create index qualification_by_update on qualification
    (account_id, purpose, owner_type, status, updated_at, id) where deleted_at is null;
create index qualification_by_creation on qualification
    (account_id, purpose, owner_type, status, created_at, id) where deleted_at is null;
create index qualification_by_name on qualification
    (account_id, purpose, owner_type, status, name, id) where deleted_at is null;
create index qualification_by_expiry on qualification
    (account_id, purpose, owner_type, status, coalesce(expires_on, date 'infinity'), id) where deleted_at is null;
create index qualification_by_shown_revision on qualification ((coalesce(working_revision, current_revision)));
-- Finds whom to notify of a letter, for many letters at once: the account's qualifications for the same company.
create index qualification_by_company on qualification (account_id, credit_code)
    where deleted_at is null and credit_code is not null;
-- Staff search all accounts by the beginning of a company's or a qualification's name.
create index qualification_by_company_name on qualification (company_name text_pattern_ops)
    where current_revision is not null and company_name is not null;
create index qualification_by_any_name on qualification (name text_pattern_ops) where current_revision is not null;
-- Finds the same company in other accounts, for the desk.
create index qualification_by_credit_code on qualification (credit_code, account_id, id)
    where deleted_at is null and credit_code is not null;

-- Finds the few restricted ones: of an account for its list, of all accounts for the gauge.
create index qualification_restricted on qualification (account_id, restriction, purpose, owner_type, status)
    where restriction <> 'NONE' and deleted_at is null;

-- The number of qualifications of an account in a status is the sum of these rows. Every change adds rows and locks none,
-- so that nobody waits. A background job folds the rows.
create table qualification_tally (
    sequence   bigint  generated always as identity primary key,
    account_id text    not null,
    status     text    not null,
    amount     bigint  not null,
    folded     boolean not null default false
);

create index qualification_tally_of_account on qualification_tally (account_id, status) include (amount);
create index qualification_tally_unfolded on qualification_tally (sequence) where not folded;

create function tally_qualification() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and old.deleted_at is null then
        insert into qualification_tally(account_id, status, amount) values (old.account_id, old.status, -1);
    end if;
    if tg_op <> 'DELETE' and new.deleted_at is null then
        insert into qualification_tally(account_id, status, amount) values (new.account_id, new.status, 1);
    end if;
    return null;
end
$$;

create trigger qualification_tallied after insert or delete on qualification
    for each row execute function tally_qualification();
create trigger qualification_tallied_anew after update on qualification for each row
    when ((old.status, old.deleted_at is null) is distinct from (new.status, new.deleted_at is null))
    execute function tally_qualification();

-- ---- Revisions

create table revision (
    id                    bigint  primary key,
    qualification_id      bigint  not null references qualification (id) deferrable initially deferred,
    account_id            text    not null,
    -- Counts the submissions from 1. Null in a working copy, as is the work order.
    number                integer,
    work_order            bigint  unique,
    content               jsonb   not null,
    -- The content's data of natural persons, encrypted.
    personal_data         bytea   not null,
    -- Keyed hashes of encrypted values, for equality: the administrator's id number, the legal representative's name and
    -- id number, and the administrator's phone number.
    administrator_index   text,
    legal_representative_index    text,
    legal_representative_id_index text,
    phone_index           text,
    credit_code           text,
    -- The phone verification whose number receives the result.
    contact_id            text,
    consent_actor         text,
    -- What the pre-check found at submission, for the reviewer.
    evaluation            jsonb,
    submitted_at          timestamptz,
    -- When the applicant urged the desk (催办), once per submission.
    urged_at              timestamptz,
    -- How the due time was changed, for the applicant; the newest 20 changes. Null before the first.
    due_changes           jsonb,
    due_at                timestamptz,
    clock_policy          text,
    due_provisional       boolean not null default false,
    outcome               text    check (outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    -- Reasons and items with the reviewer's notes, encrypted.
    decision              bytea,
    decided_at            timestamptz,
    -- The approval by another system from which the revision was imported; null: submitted here.
    provenance            jsonb,
    unique (qualification_id, number),
    check (provenance is null or number = 1),
    check ((work_order is null) = (submitted_at is null)),
    check ((outcome is null) = (decided_at is null))
);

-- Find the same persons and phones in other accounts, for the desk. The account is part of each index: the few revisions of
-- other accounts must be found without reading the many of one account.
create index revision_by_administrator on revision (administrator_index, account_id, id) where work_order is not null;
create index revision_by_legal_representative_id on revision (legal_representative_id_index, account_id, id)
    where work_order is not null and legal_representative_id_index is not null;
create index revision_by_phone on revision (phone_index, account_id, id)
    where work_order is not null and phone_index is not null;
create index revision_by_legal_representative on revision (legal_representative_index) where legal_representative_index is not null;
-- Includes working copies: when a letter is edited, the qualifications that name it get a new expires_on. A letter cannot
-- be deleted while a revision in review or in force names it.
create index revision_by_letter on revision ((content ->> 'letterId')) where (content ->> 'letterId') is not null;

-- Finds qualifications that were imported before.
create index revision_by_source on revision
    (account_id, (provenance ->> 'sourceReference'), (provenance ->> 'sourceSystem')) where provenance is not null;

create function refuse_change_of_submitted() returns trigger language plpgsql as $$
begin
    if old.work_order is not null and
        (new.work_order, new.number, new.content, new.personal_data, new.submitted_at, new.evaluation, new.consent_actor,
            new.provenance)
        is distinct from (old.work_order, old.number, old.content, old.personal_data, old.submitted_at, old.evaluation,
            old.consent_actor, old.provenance) then
        raise exception 'revision % was submitted and is never changed', old.id;
    end if;
    return new;
end
$$;

create trigger revision_frozen before update on revision
    for each row execute function refuse_change_of_submitted();

create table timeline_entry (
    id               bigint      generated always as identity primary key,
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

-- ---- Authorization letters (授权委托书)

create table authorization_letter (
    id               bigint      primary key,
    account_id       text        not null,
    name             text        not null,
    -- As in qualification.
    name_key         text        not null,
    status           text        not null check (status in
        ('DRAFT', 'IN_REVIEW', 'APPROVED', 'REJECTED', 'SUPPLEMENT_REQUIRED', 'WITHDRAWN')),
    version          bigint      not null,
    submissions      integer     not null,
    content          jsonb       not null,
    -- The authorised party may be a natural person, so it is always encrypted.
    authorised_party bytea,
    credit_code      text,
    -- Both days are included.
    valid_from       date,
    valid_to         date,
    -- Work order of the last submission.
    current_order    bigint,
    renewal_of       bigint      references authorization_letter (id),
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    deleted_at       timestamptz,
    check ((status = 'DRAFT') = (current_order is null))
);

create unique index authorization_letter_name_per_account on authorization_letter (account_id, name_key)
    where deleted_at is null;
create index authorization_letter_by_account on authorization_letter (account_id, id) where deleted_at is null;
-- Finds the renewal of a letter; each letter has at most one. Applicants are not reminded of the end of a letter that they
-- have renewed.
create unique index authorization_letter_renewals on authorization_letter (renewal_of)
    where renewal_of is not null and deleted_at is null;

-- A date in a form; null for years that no valid document has. Drafts may contain 0000-01-01, which is no date here.
create function calendar_day(text) returns date language sql stable as $$
    select case when $1 ~ '^(19|20)[0-9]{2}-' then cast($1 as date) end
$$;

-- A letter and the approved renewals that follow it, counted from 0. A renewal follows if it starts no later than the day
-- after the letter before it ends, or has started already. It must be given by the same company.
create function letter_succession(first_letter bigint, today date)
    returns table (id bigint, valid_from date, valid_to date, place integer)
    language sql stable rows 1 as $$
    with recursive succession as (
        select l.id, l.credit_code, l.valid_from, l.valid_to, 0 as place
        from authorization_letter l where l.id = first_letter and l.deleted_at is null
        union all
        select r.id, r.credit_code, r.valid_from, r.valid_to, s.place + 1
        from succession s
        join authorization_letter r on r.renewal_of = s.id
        where r.deleted_at is null and r.status = 'APPROVED' and r.credit_code = s.credit_code
          and r.valid_from <= greatest(s.valid_to + 1, today))
    select s.id, s.valid_from, s.valid_to, s.place from succession s
$$;

-- The letters whose users use an approved letter or may come to use it: itself and all that it renews.
create function letter_ancestry(letter bigint) returns table (id bigint)
    language sql stable rows 1 as $$
    with recursive ancestry as (
        select l.id, l.renewal_of, l.status from authorization_letter l where l.id = letter
        union all
        select earlier.id, earlier.renewal_of, earlier.status
        from ancestry a
        join authorization_letter earlier on earlier.id = a.renewal_of
        where a.status = 'APPROVED')
    select a.id from ancestry a
$$;

-- One submitted state of a letter. The work order is its own, or that of the qualification with which it was submitted.
create table letter_submission (
    work_order            bigint      primary key,
    letter_id             bigint      not null references authorization_letter (id) deferrable initially deferred,
    account_id            text        not null,
    number                integer     not null,
    -- The qualification with which it was submitted; null: submitted alone.
    qualification_id      bigint,
    content               jsonb       not null,
    authorised_party      bytea,
    evaluation            jsonb,
    -- Whom to notify where the letter is reviewed alone: the contact of this qualification.
    contact_qualification bigint,
    contact_id            text,
    submitted_at          timestamptz not null,
    due_at                timestamptz,
    clock_policy          text,
    due_provisional       boolean     not null default false,
    outcome               text        check (outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    -- Reasons and items with the reviewer's notes, encrypted.
    decision              bytea,
    decided_at            timestamptz,
    unique (letter_id, number),
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
    id         bigint      generated always as identity primary key,
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

-- ---- Filing

-- Submissions of qualifications and of letters alone, by idempotency key, for when a submission is repeated. A key is
-- claimed when its submission is accepted, and the transaction that claims it fills the other columns.
create table submission_key (
    account_id        text        not null,
    subject           text        not null check (subject in ('QUALIFICATION', 'LETTER')),
    key               text        not null,
    -- A repeat under the same key must name this qualification or letter, and this version.
    subject_id        bigint      not null,
    submitted_version bigint      not null,
    work_order        bigint,
    -- That of the qualification's revision in force at that time.
    in_force_order    bigint,
    submitted_at      timestamptz,
    primary key (account_id, subject, key)
);

-- ---- Bulk filing

-- A sheet of qualifications.
create table bulk_filing (
    id           bigint      primary key,
    account_id   text        not null,
    subject      text        not null,
    row_count    integer     not null,
    -- Rows of the sheet that were left out: its example and rows that were submitted already.
    skipped_count integer    not null,
    -- The headers as written, under items.
    headers      jsonb       not null,
    created_at   timestamptz not null,
    cancelled_at timestamptz
);

create index bulk_filing_by_account on bulk_filing (account_id, id);

-- The rows of a sheet. Data of natural persons is encrypted. The form is erased when a row reaches its end. The cells are
-- erased when it is submitted or skipped, or 30 days after another end, so that the sheet can be corrected.
create table bulk_row (
    id                    bigint      generated always as identity primary key,
    filing_id             bigint      not null references bulk_filing (id),
    number                integer     not null,
    state                 text        not null check (state in
        ('WAITING', 'DRAFTED', 'AWAITING_PHONE', 'AWAITING_LETTER', 'READY', 'SUBMITTED', 'SKIPPED', 'FAILED', 'INVALID',
         'CANCELLED')),
    content               jsonb,
    personal_data         bytea,
    -- As written; for lists.
    name                  text,
    company_name          text,
    -- The administrator's phone, masked and encrypted.
    phone                 bytea,
    -- The cells as written, encrypted.
    cells                 bytea,
    qualification_id      bigint,
    qualification_version bigint,
    -- Whether the row updated the draft of an earlier row.
    draft_updated         boolean     not null,
    work_order            bigint,
    findings              jsonb       not null,
    attempts              integer     not null,
    next_at               timestamptz not null,
    unique (filing_id, number),
    check ((content is not null) = (state in ('WAITING', 'DRAFTED', 'AWAITING_PHONE', 'AWAITING_LETTER', 'READY'))),
    check (state not in ('SUBMITTED', 'SKIPPED') or work_order is not null),
    check (state not in ('SUBMITTED', 'SKIPPED') or cells is null)
);

-- No submission belongs to two rows. A skipped row names the submission of an earlier row.
create unique index bulk_row_per_work_order on bulk_row (work_order) where state <> 'SKIPPED';

-- No draft belongs to two rows that may still submit it. A corrected sheet takes it over from a row that has ended.
create unique index bulk_row_per_qualification on bulk_row (qualification_id)
    where state not in ('FAILED', 'CANCELLED', 'SKIPPED');
-- Finds the draft that a corrected row updates.
create index bulk_row_by_qualification on bulk_row (qualification_id, filing_id);
-- For the erasure of cells.
create index bulk_row_to_erase on bulk_row (next_at)
    where cells is not null and state in ('FAILED', 'INVALID', 'CANCELLED');
create index bulk_row_due on bulk_row (next_at, id) where state in ('WAITING', 'DRAFTED', 'READY');
create index bulk_row_awaiting on bulk_row (next_at, id) where state = 'AWAITING_PHONE';
create index bulk_row_awaiting_letter on bulk_row (id) where state = 'AWAITING_LETTER';
-- Each new sheet counts the account's sheets with open rows. Without this index that would read all rows of all sheets that
-- the account ever sent.
create index bulk_row_open on bulk_row (filing_id)
    where state in ('WAITING', 'DRAFTED', 'AWAITING_PHONE', 'AWAITING_LETTER', 'READY');

-- ---- Import

-- A sheet of qualifications that another system approved. One operator uploads it, another confirms it.
create table qualification_import (
    id              bigint      primary key,
    idempotency_key text        not null,
    -- SHA-256 of the sheet, in hexadecimal: a repeated upload must be the same.
    digest          text        not null,
    row_count       integer     not null,
    -- Rows of the sheet that were left out: its example.
    skipped_count   integer     not null,
    -- The headers as written, under items.
    headers         jsonb       not null,
    uploaded_by     text        not null,
    uploaded_at     timestamptz not null,
    confirmed_by    text,
    confirmed_at    timestamptz,
    cancelled_by    text,
    cancelled_at    timestamptz,
    unique (uploaded_by, idempotency_key),
    check ((confirmed_by is null) = (confirmed_at is null)),
    check (confirmed_by <> uploaded_by),
    check (confirmed_at is null or cancelled_at is null)
);

-- The rows of an import. Data of natural persons is encrypted. All content is erased when a row reaches its end.
create table import_row (
    id               bigint      generated always as identity primary key,
    import_id        bigint      not null references qualification_import (id),
    number           integer     not null,
    state            text        not null check (state in
        ('WAITING', 'CHECKED', 'CONFIRMED', 'IMPORTED', 'INVALID', 'FAILED', 'CANCELLED')),
    account_id       text,
    source_system    text,
    source_reference text,
    approved_on      date,
    valid_until      date,
    content          jsonb,
    personal_data    bytea,
    -- Drawn before the documents are pinned for it; the qualification exists once the row is IMPORTED.
    qualification_id bigint      unique,
    work_order       bigint      unique,
    findings         jsonb       not null,
    attempts         integer     not null,
    next_at          timestamptz not null,
    unique (import_id, number),
    check ((content is not null) = (state in ('WAITING', 'CHECKED', 'CONFIRMED'))),
    check (content is null or (account_id is not null and source_system is not null and source_reference is not null
        and approved_on is not null and personal_data is not null)),
    check ((state = 'IMPORTED') = (work_order is not null))
);

create index import_row_due on import_row (next_at, id) where state in ('WAITING', 'CONFIRMED');
create index import_row_open on import_row (import_id) where state in ('WAITING', 'CHECKED', 'CONFIRMED');

-- ---- Company authentication by scan

-- Companies that prove themselves by a scan. The name of the legal representative is encrypted.
create table company_authentication (
    id                text        primary key check (id ~ '^[0-9a-f]{32}$'),
    account_id        text        not null,
    provider          text        not null,
    reference         text        not null,
    qr_content        text        not null,
    status            text        not null check (status in ('PENDING', 'SCANNED', 'CONFIRMED', 'DENIED', 'EXPIRED')),
    started_at        timestamptz not null,
    expires_at        timestamptz not null,
    ended_at          timestamptz,
    company_name      text,
    credit_code       text,
    legal_representative_name bytea,
    valid_from        date,
    valid_to          date,
    check ((ended_at is null) = (status in ('PENDING', 'SCANNED'))),
    check ((status = 'CONFIRMED') = (company_name is not null and credit_code is not null))
);

-- For the erasure of an account.
create index company_authentication_by_account on company_authentication (account_id);
-- For the removal of old ones.
create index company_authentication_by_end on company_authentication (expires_at);

-- Scans of the local page that stands in for a provider on one machine; empty in production.
create table local_company_scan (
    reference         text primary key,
    account_id        text not null,
    status            text not null check (status in ('PENDING', 'SCANNED', 'CONFIRMED', 'DENIED')),
    company_name      text,
    credit_code       text,
    legal_representative_name bytea,
    valid_from        date,
    valid_to          date
);

-- ---- Expiry reminders

-- Counts how often the timers of a qualification were armed. Each time gets timers of its own.
create table expiry_watch (
    qualification_id bigint  primary key references qualification (id),
    cycle            integer not null
);

-- Reminders that were published, as stage and last day. None is repeated, even when timers are armed again.
create table expiry_published (
    qualification_id bigint not null references qualification (id),
    point            text   not null,
    primary key (qualification_id, point)
);

-- ---- Signatures

-- Which qualification carries an SMS signature, and which letter authorises it.
create table signature (
    id               bigint      primary key,
    account_id       text        not null,
    name             text        not null,
    -- As in qualification.
    name_key         text        not null,
    qualification_id bigint      not null references qualification (id),
    letter_id        bigint      references authorization_letter (id),
    bound_at         timestamptz not null,
    moved_at         timestamptz,
    released_at      timestamptz
);

create unique index signature_bound_once on signature (account_id, name_key) where released_at is null;
create index signature_of_qualification on signature (qualification_id, id) where released_at is null;
create index signature_of_letter on signature (letter_id) where released_at is null;

-- ---- Restriction

create sequence restriction_request_id maxvalue 9007199254740991;

-- Requests to suspend, reinstate or revoke a qualification. One supervisor asks, another confirms.
create table restriction_request (
    id                bigint      primary key,
    qualification_id  bigint      not null references qualification (id),
    account_id        text        not null,
    act               text        not null check (act in ('SUSPEND', 'REINSTATE', 'REVOKE')),
    reason            text        not null,
    -- The note to the applicant and the internal note, encrypted.
    notes             bytea       not null,
    -- What the request was about. It can be confirmed only while both are the same.
    restriction       text        not null check (restriction in ('NONE', 'SUSPENDED', 'REVOKED')),
    in_force_revision bigint      not null,
    requested_by      text        not null,
    requested_at      timestamptz not null,
    state             text        not null check (state in ('REQUESTED', 'CARRIED_OUT', 'CANCELLED')),
    closed_by         text,
    closed_at         timestamptz,
    check ((state = 'REQUESTED') = (closed_at is null)),
    check (state <> 'CARRIED_OUT' or closed_by <> requested_by)
);

create unique index restriction_request_open on restriction_request (qualification_id) where state = 'REQUESTED';
create index restriction_request_by_state on restriction_request (state, id);
-- Finds the request behind the current restriction.
create index restriction_request_carried_out on restriction_request (qualification_id, id) where state = 'CARRIED_OUT';

-- ---- Unmasking for reviewers

-- How many fields a reviewer has seen in plain text since the day began.
create table unmasking_allowance (
    reviewer_id text        primary key,
    began_at    timestamptz not null,
    used        integer     not null check (used > 0)
);
