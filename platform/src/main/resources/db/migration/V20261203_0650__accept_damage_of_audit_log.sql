-- Requests to accept proven damage of the audit log. The service signs each step, because the owner of this table may be
-- the attacker (docs/adr/0024-audit-chains.md).

set local lock_timeout = '5s';

create table audit_acceptance (
    id           bigint generated always as identity primary key,
    -- What is accepted, by whom and why, in JSON: exactly the text that the signature covers.
    content      text        not null,
    -- Of the request while it is open or cancelled, of the acceptance once it is confirmed.
    signature    text        not null,
    requested_by text        not null,
    requested_at timestamptz not null default clock_timestamp(),
    state        text        not null default 'REQUESTED' check (state in ('REQUESTED', 'CARRIED_OUT', 'CANCELLED')),
    closed_by    text,
    closed_at    timestamptz,
    check ((state = 'REQUESTED') = (closed_at is null)),
    -- Nobody accepts damage alone, whatever the code does.
    check (state <> 'CARRIED_OUT' or closed_by <> requested_by)
);
