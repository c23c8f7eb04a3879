-- Requests to give an account to another company or person; one operator asks, another confirms.
create table account_identity_change (
    id               bigint generated always as identity primary key,
    account_id       text        not null,
    kind             text        not null check (kind in ('COMPANY', 'PERSON')),
    company_name     text,
    credit_code      text,
    -- Of the identity that the request was about.
    identity_version bigint      not null,
    reason           text        not null,
    asked_by         text        not null,
    asked_at         timestamptz not null,
    state            text        not null check (state in ('ASKED', 'CARRIED_OUT', 'TAKEN_BACK')),
    closed_by        text,
    closed_at        timestamptz,
    check ((state = 'ASKED') = (closed_at is null)),
    check (state <> 'CARRIED_OUT' or closed_by <> asked_by)
);

create unique index account_identity_change_open on account_identity_change (account_id) where state = 'ASKED';
create index account_identity_change_by_state on account_identity_change (state, id);
