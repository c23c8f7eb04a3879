-- Carrier filings (运营商报备): each bound signature is filed with each carrier of the policy (docs/carrier-filing.md).
--
-- Signatures that were bound before this release, or by an older replica while both run, are filed when they are moved or
-- when an amendment is approved. An older replica that releases a signature leaves its filings; the next report cancels
-- them.

-- References lock signature and qualification for a moment; requests must not queue behind that.
set local lock_timeout = '5s';

create table carrier_filing (
    -- From the sequence of qualifications and signatures, because they share a topic.
    id               bigint      primary key default nextval('qualification_id'),
    account_id       text        not null,
    signature_id     bigint      not null references signature (id),
    signature_name   text        not null,
    carrier          text        not null check (carrier ~ '^[A-Z][A-Z0-9_]{0,31}$'),
    -- The revision in force, and the letter of the signature, when the filing was requested.
    qualification_id bigint      not null,
    revision_id      bigint      not null,
    work_order       bigint      not null,
    letter_id        bigint,
    status           text        not null check (status in ('PENDING', 'FILED', 'ACCEPTED', 'REJECTED', 'CANCELLED')),
    version          bigint      not null,
    attempts         integer     not null,
    -- The newest claim by a filing system. Others may claim the filing when its lease has run out.
    claim_id         text,
    claimed_until    timestamptz,
    requested_at     timestamptz not null,
    -- When the filing system must file it, or the carrier answer.
    due_at           timestamptz,
    overdue_at       timestamptz,
    filed_at         timestamptz,
    reported_at      timestamptz,
    reason           text,
    -- Note of the last report, encrypted.
    note             bytea,
    cause            text        check (cause in ('RELEASED', 'MOVED', 'SUPERSEDED', 'REVOKED', 'EXPIRED')),
    ended_at         timestamptz,
    check ((status = 'REJECTED') = (reason is not null)),
    check ((status = 'CANCELLED') = (cause is not null)),
    check ((status in ('REJECTED', 'CANCELLED')) = (ended_at is not null)),
    check ((status in ('PENDING', 'FILED')) = (due_at is not null))
);

-- A signature has at most one filing with a carrier that has not ended.
create unique index carrier_filing_once on carrier_filing (signature_id, carrier)
    where status in ('PENDING', 'FILED', 'ACCEPTED');
create index carrier_filing_of_qualification on carrier_filing (qualification_id, id);
create index carrier_filing_of_signature on carrier_filing (signature_id);
create index carrier_filing_of_letter on carrier_filing (letter_id)
    where letter_id is not null and status in ('PENDING', 'FILED', 'ACCEPTED');
create index carrier_filing_pending on carrier_filing (carrier, due_at, id) where status = 'PENDING';
-- For the list of the filing system.
create index carrier_filing_by_status on carrier_filing (status, carrier, id);
-- For figures. The first holds all columns that are counted, so no row is read.
create index carrier_filing_open on carrier_filing (status, carrier, overdue_at) where status in ('PENDING', 'FILED');
create index carrier_filing_answered on carrier_filing ((coalesce(ended_at, reported_at)))
    where status in ('ACCEPTED', 'REJECTED', 'CANCELLED');
create index carrier_filing_to_erase on carrier_filing (account_id, id) where note is not null;

-- Acts on carrier filings in the timelines of qualifications. The release before cannot read these acts, so they are not
-- in timeline_entry. Ids are from its sequence, which gives both tables one order.
create table carrier_filing_entry (
    id               bigint      primary key default nextval('timeline_entry_id_seq'),
    qualification_id bigint      not null references qualification (id) deferrable initially deferred,
    act              text        not null,
    actor            text        not null,
    role             text        not null,
    at               timestamptz not null,
    work_order       bigint,
    details          jsonb       not null
);

create index carrier_filing_entry_of_qualification on carrier_filing_entry (qualification_id, id);

create trigger carrier_filing_entry_append_only before update or delete on carrier_filing_entry
    for each row execute function refuse_change();
