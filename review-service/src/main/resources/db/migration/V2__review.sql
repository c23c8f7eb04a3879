-- ---- Clock settings

-- The settings of the review clock are policies, calendar years and the allocation of policies. They are stored as versions
-- that never change. Every change is a revision of the whole, so that one number names the settings by which a review was
-- computed. The service inserts the first revision when it starts.
create table clock_revision (
    revision   bigint      primary key check (revision > 0),
    changed_by text        not null,
    changed_at timestamptz not null default clock_timestamp()
);

create table clock_policy (
    name       text    not null,
    version    integer not null check (version > 0),
    revision   bigint  not null references clock_revision,
    definition jsonb   not null,
    primary key (name, version)
);

create table clock_calendar (
    year        integer not null,
    version     integer not null check (version > 0),
    revision    bigint  not null references clock_revision,
    source      text    not null,
    arrangement jsonb   not null,
    primary key (year, version)
);

-- Which review gets which policy: ordered rules, of which the first that matches decides.
create table clock_allocation (
    version  integer primary key check (version > 0),
    revision bigint  not null references clock_revision,
    rules    jsonb   not null
);

create trigger clock_revision_insert_only before update or delete on clock_revision
    for each row execute function refuse_change();
create trigger clock_policy_insert_only before update or delete on clock_policy
    for each row execute function refuse_change();
create trigger clock_calendar_insert_only before update or delete on clock_calendar
    for each row execute function refuse_change();
create trigger clock_allocation_insert_only before update or delete on clock_allocation
    for each row execute function refuse_change();

-- Every revision is applied to the unfinished reviews, in batches. Any process continues where the last batch ended.
create table clock_recomputation (
    revision    bigint      primary key references clock_revision,
    state       text        not null check (state in ('RUNNING', 'DONE')),
    -- The last work order of the last batch.
    passed      bigint      not null default 0,
    examined    bigint      not null default 0,
    changed     bigint      not null default 0,
    started_at  timestamptz not null default clock_timestamp(),
    finished_at timestamptz,
    constraint clock_recomputation_end check ((state = 'DONE') = (finished_at is not null))
);

create index clock_recomputation_running on clock_recomputation (revision) where state = 'RUNNING';

create function start_clock_recomputation() returns trigger language plpgsql as $$
begin
    insert into clock_recomputation(revision, state) values (new.revision, 'RUNNING');
    return null;
end
$$;

create trigger clock_revision_recomputes after insert on clock_revision
    for each row execute function start_clock_recomputation();

-- ---- Reviews

-- One review per submission: the work order of the submission is the primary key.
create table review (
    work_order           bigint      primary key,
    -- A review is about a qualification and the letter submitted with it, or about a letter alone. In the latter case
    -- qualification_id holds the number of the letter as well: letters and qualifications share their numbers.
    subject              text        not null check (subject in ('QUALIFICATION', 'LETTER')),
    qualification_id     bigint      not null,
    letter_id            bigint,
    revision             integer     not null,
    account_id           text        not null,
    name                 text        not null,
    -- Null where the owner is a person.
    company_name         text,
    credit_code          text,
    owner_type           text        not null,
    purpose              text        not null,
    status               text        not null check (status in ('OPEN', 'CLAIMED', 'PROPOSED', 'DECIDED', 'CANCELLED')),

    policy               text        not null,
    -- The revision of the clock settings by which the times below were computed.
    clock_revision       bigint      not null,
    opened_at            timestamptz not null,
    -- The submission's instant as its event states it. Set only where it was implausible, so that the clock starts at
    -- another instant.
    stated_submission_at timestamptz,
    warn_at              timestamptz not null,
    due_at               timestamptz not null,
    escalate_at          timestamptz not null,
    -- A day without a published calendar was counted.
    provisional          boolean     not null,
    warned_at            timestamptz,
    breached_at          timestamptz,
    escalated_at         timestamptz,
    -- Open time beyond the target of the policy.
    extended_seconds     bigint      not null default 0 check (extended_seconds >= 0),
    extension_reason     text,
    extended_at          timestamptz,
    -- When the applicant urged the desk (催办).
    urged_at             timestamptz,

    reviewer_id          text,
    claimed_at           timestamptz,
    lease_ends_at        timestamptz,
    lease_cycle          integer     not null default 0,
    lapsed_reviewer_id   text,
    -- When a reviewer held the review for the first time.
    first_touched_at     timestamptz,

    -- Who proposed the decision that waits for a second reviewer.
    proposer_id          text,
    proposals            integer     not null default 0,
    outcome              text        check (outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    decided_at           timestamptz,
    -- Until then the decision can be undone and is not published. Null once it was published.
    undo_until           timestamptz,
    -- Counts the decisions that could be undone for a while.
    held_decisions       integer     not null default 0,
    cancelled_at         timestamptz,
    superseded_at        timestamptz,

    -- The trace of the submission. The decision continues it, hours later.
    traceparent          text,

    -- A proposed review is under a lease while the second reviewer reads it.
    constraint review_lease check (
        case status
            when 'CLAIMED' then lease_ends_at is not null
            when 'PROPOSED' then true
            else lease_ends_at is null
        end),
    constraint review_holder check (status <> 'CLAIMED' or reviewer_id is not null),
    constraint review_proposal check ((status = 'PROPOSED') = (proposer_id is not null)),
    constraint review_decision check ((status = 'DECIDED') = (outcome is not null and decided_at is not null)),
    constraint review_undo check (undo_until is null or status = 'DECIDED'),
    constraint review_cancellation check ((status = 'CANCELLED') = (cancelled_at is not null))
);

-- The queue: unfinished reviews by due time. Holds every column that filters use, so that the index alone answers a filter
-- that few reviews match.
create index review_queue on review
    (due_at, work_order, policy, owner_type, purpose, subject, revision, breached_at, urged_at)
    where decided_at is null and cancelled_at is null;
-- Finished reviews are many. This index excludes the unfinished ones: otherwise the planner would use it for the queue and
-- read every row.
create index review_finished on review (status, due_at, work_order)
    where decided_at is not null or cancelled_at is not null;
-- Finds the next batch of a recomputation, however many reviews are decided.
create index review_unfinished on review (work_order, clock_revision) where decided_at is null and cancelled_at is null;
create index review_by_reviewer on review (reviewer_id, due_at, work_order) where reviewer_id is not null;
create index review_by_qualification on review (qualification_id);
-- Finds all reviews of a letter, alone or with a qualification: the earlier decisions about it.
create index review_of_letter on review (letter_id) where letter_id is not null;

create index review_by_decision on review (decided_at) where decided_at is not null;

-- What a search finds a review by and what never changes. A table of its own, because every claim and decision would write to
-- the indexes if they were the review's.
create table review_subject (
    work_order   bigint      primary key references review on delete cascade,
    account_id   text        not null,
    company_name text,
    credit_code  text,
    opened_at    timestamptz not null
);

create index review_subject_by_account on review_subject (account_id, work_order);
create index review_subject_by_company on review_subject (company_name text_pattern_ops) where company_name is not null;
create index review_subject_by_code on review_subject (credit_code, work_order) where credit_code is not null;
create index review_subject_by_time on review_subject (opened_at);

create function record_review_subject() returns trigger language plpgsql as $$
begin
    insert into review_subject(work_order, account_id, company_name, credit_code, opened_at)
    values (new.work_order, new.account_id, new.company_name, new.credit_code, new.opened_at);
    return null;
end
$$;

create trigger review_records_subject after insert on review
    for each row execute function record_review_subject();

-- The documents of the revision under review. Whoever has claimed the review may view them.
create table review_document (
    work_order  bigint not null references review,
    document_id text   not null,
    primary key (work_order, document_id)
);

create index review_document_by_document on review_document (document_id);

-- The other accounts of the persons of the submission. They have a conflict of interest.
create table review_person_account (
    work_order bigint not null references review,
    account_id text   not null,
    primary key (work_order, account_id)
);

-- Who opened which document of a review. document-service asks for the claim at each view; the answer is recorded here.
create table document_view (
    work_order  bigint      not null references review on delete cascade,
    reviewer_id text        not null,
    document_id text        not null,
    opened_at   timestamptz not null default clock_timestamp(),
    primary key (work_order, reviewer_id, document_id)
);

-- What moved the due time of a review, in order, to explain it. A row is added with the review's row locked.
create table clock_step (
    id                 bigint      generated always as identity primary key,
    work_order         bigint      not null references review,
    kind               text        not null check (kind in ('EXTENDED', 'RESCHEDULED')),
    made_at            timestamptz not null,
    -- The supervisor who extended the review; null where settings of the clock were changed.
    made_by            text,
    added_seconds      bigint      not null check (added_seconds >= 0),
    reason             text,
    revision           bigint      not null,
    policy_before      text,
    due_before         timestamptz,
    provisional_before boolean,
    policy_after       text,
    due_after          timestamptz,
    provisional_after  boolean,
    constraint clock_step_reason check ((kind = 'EXTENDED') = (reason is not null and added_seconds > 0))
);

create index clock_step_of_review on clock_step (work_order, id);

create trigger clock_step_insert_only before update or delete on clock_step
    for each row execute function refuse_change();

-- ---- Decisions

-- How a review was decided. Codes and pointers are plain. Notes are prose that may hold personal data, so they are encrypted.
create table decision (
    work_order     bigint      primary key references review,
    account_id     text        not null,
    outcome        text        not null check (outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    -- Of the letter that was submitted with the qualification.
    letter_outcome text        check (letter_outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    reviewer_id    text        not null,
    -- The second reviewer, where there was one.
    confirmer_id   text,
    decided_at     timestamptz not null
);

-- Reasons of a rejection or items of a supplement request, in the reviewer's order.
create table decision_point (
    work_order    bigint  not null references decision,
    position      integer not null,
    code          text    not null,
    pointer       text    not null,
    document_kind text,
    note          bytea,
    internal_note bytea,
    primary key (work_order, position)
);

-- Every decision that was proposed to a second reviewer. The findings (reasons or items with their notes) are encrypted as a
-- whole, and so is the note with which the second reviewer returned them.
create table proposal (
    id             text        primary key,
    work_order     bigint      not null references review,
    number         integer     not null,
    account_id     text        not null,
    outcome        text        not null check (outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    letter_outcome text        check (letter_outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    findings       bytea       not null,
    proposer_id    text        not null,
    proposed_at    timestamptz not null,
    state          text        not null check (state in ('WAITING', 'CONFIRMED', 'RETURNED')),
    second_id      text,
    ended_at       timestamptz,
    note           bytea,
    unique (work_order, number),
    constraint proposal_end check ((state = 'WAITING') = (second_id is null and ended_at is null)),
    constraint proposal_note check ((state = 'RETURNED') = (note is not null)),
    -- Nobody confirms their own proposal, whatever the code does.
    constraint proposal_second check (second_id <> proposer_id)
);

-- How often second reviewers agreed is asked for over a period, by the time of their answer.
create index proposal_by_end on proposal (ended_at) where ended_at is not null;

-- Decisions that were undone before they were published. The findings are encrypted as a whole.
create table undone_decision (
    id             text        primary key,
    work_order     bigint      not null references review,
    number         integer     not null,
    outcome        text        not null check (outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    letter_outcome text        check (letter_outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    findings       bytea       not null,
    reviewer_id    text        not null,
    confirmer_id   text,
    decided_at     timestamptz not null,
    undone_by      text        not null,
    undone_at      timestamptz not null,
    unique (work_order, number)
);

-- The figures of a decision, written with it: the settings of the clock may change later, what they measured may not.
-- Times are whole seconds since the submission.
create table decision_figure (
    work_order          bigint      primary key references decision,
    policy              text        not null,
    reviewer_id         text        not null,
    outcome             text        not null,
    codes               text[]      not null,
    breached            boolean     not null,
    decided_at          timestamptz not null,
    first_touch_seconds bigint,
    open_seconds        bigint,
    wall_seconds        bigint      not null
);

-- Figures are asked for over a period. Rows lie in the order of their time, so this index serves questions about one
-- reviewer as well, whose rows are on every page of a period.
create index decision_figure_by_time on decision_figure (decided_at);

-- A desk's own ready-made notes, beside the bundled ones. Each change names the version that it replaces.
create table canned_text (
    id         text        primary key,
    reason     text        not null,
    name       text        not null,
    zh         text        not null,
    en         text        not null,
    version    bigint      not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    unique (reason, name)
);

-- ---- Reviewers

-- The company of each account, from zizhi.account.v1. Null for a person, and after the account was erased.
create table account_identity (
    account_id  text   primary key,
    credit_code text,
    version     bigint not null
);

-- Which reviews a reviewer may take. An empty list allows everything, and so does a missing row.
create table reviewer_skills (
    reviewer_id text   primary key,
    owner_types text[] not null,
    policies    text[] not null,
    purposes    text[] not null,
    subjects    text[] not null,
    version     bigint not null
);

-- What the token of a staff member's last call says: the account, null for staff whose tokens name none; whether they are a
-- reviewer; and their login name. A person without a row has never called. seen_at may lag a minute behind.
create table reviewer_account (
    reviewer_id  text        primary key,
    account_id   text,
    reviews      boolean     not null,
    display_name text,
    seen_at      timestamptz not null default clock_timestamp()
);

create index reviewer_account_of_account on reviewer_account (account_id) where account_id is not null;

-- How many fields each reviewer has seen in plain text since the window began.
create table unmasking_allowance (
    reviewer_id text        primary key,
    began_at    timestamptz not null,
    used        integer     not null
);
