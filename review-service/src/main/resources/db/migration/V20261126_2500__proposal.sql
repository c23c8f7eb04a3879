-- A decision may wait for a second person, who has the review under a lease while looking at it.
alter table review add column proposer_id text;
alter table review add column proposals integer not null default 0;
alter table review drop constraint review_status_check;
alter table review add constraint review_status_check
    check (status in ('OPEN', 'CLAIMED', 'PROPOSED', 'DECIDED', 'CANCELLED'));
alter table review drop constraint review_lease;
alter table review add constraint review_lease check (
    case status
        when 'CLAIMED' then lease_ends_at is not null
        when 'PROPOSED' then true
        else lease_ends_at is null
    end);
alter table review add constraint review_proposal check ((status = 'PROPOSED') = (proposer_id is not null));

alter table decision add column confirmer_id text;

-- Every decision that was proposed. Its reasons or items are prose and codes, encrypted as a whole, and so is the note with
-- which it was returned.
create table proposal (
    id text primary key,
    work_order bigint not null references review,
    number integer not null,
    account_id text not null,
    outcome text not null check (outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    letter_outcome text check (letter_outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED')),
    findings bytea not null,
    proposer_id text not null,
    proposed_at timestamptz not null,
    state text not null check (state in ('WAITING', 'CONFIRMED', 'RETURNED')),
    second_id text,
    ended_at timestamptz,
    note bytea,
    unique (work_order, number),
    constraint proposal_end check ((state = 'WAITING') = (second_id is null and ended_at is null)),
    constraint proposal_note check ((state = 'RETURNED') = (note is not null)),
    constraint proposal_second check (second_id <> proposer_id)
);
