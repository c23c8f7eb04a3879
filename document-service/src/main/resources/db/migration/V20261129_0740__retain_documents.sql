-- Retention by class, legal holds, the evidence of removals, damaged documents, and exports of an account.

set local lock_timeout = '5s';

-- The state of each submitted revision that uses documents, from the events of qualification-service. A revision that
-- was pinned before this migration has no row until its next event. Its documents are kept until then.
create table document_use (
    subject_id bigint      not null,
    revision   integer     not null,
    -- A qualification and the letter submitted with it share one. Null where it is not known.
    work_order bigint,
    state      text        not null check (state in (
        'IN_REVIEW', 'IN_FORCE', 'EXPIRED', 'SUPERSEDED', 'ENDED', 'REJECTED', 'SUPPLEMENT_REQUIRED', 'WITHDRAWN')),
    -- When it came into the state, by the clock of qualification-service.
    since      timestamptz not null,
    primary key (subject_id, revision)
);

create index document_use_by_state on document_use (state, since) where state not in ('IN_REVIEW', 'IN_FORCE');

alter table document
    -- Whether a draft, a sheet or a submission has ever named the document. Documents of older releases count as named.
    add column if not exists named boolean not null default true,
    -- State of the last use that ended because its retention was over; null if none ended so.
    add column if not exists last_use text,
    -- When the bytes were last compared with the digest, or stored. Null in documents of older releases.
    add column if not exists verified_at timestamptz;

-- Nothing of the account, or only one document of it, is removed until the hold is lifted.
create table legal_hold (
    id          bigint      generated always as identity primary key,
    account_id  text        not null,
    -- Null: all documents of the account.
    document_id text,
    reason      text        not null,
    set_by      text        not null,
    set_at      timestamptz not null default clock_timestamp(),
    lift_reason text,
    lifted_by   text,
    lifted_at   timestamptz,
    check ((lifted_at is null) = (lifted_by is null))
);

create unique index legal_hold_once on legal_hold (account_id, coalesce(document_id, '')) where lifted_at is null;

-- Accounts whose erasure waits for the end of their legal holds.
create table withheld_erasure (
    account_id   text        primary key,
    requested_at timestamptz not null default clock_timestamp()
);

-- The evidence of each removal: what, when, and by which rule. Kept for ever; without personal data.
create table removed_document (
    document_id       text        primary key,
    account_id        text        not null,
    kind              text        not null,
    size              bigint      not null,
    -- Of the stored bytes, and of the bytes as uploaded: its owner can compare only the second with a file.
    sha256            text        not null,
    uploaded_sha256   text        not null,
    stored_at         timestamptz not null,
    rule              text        not null,
    removed_at        timestamptz not null default clock_timestamp(),
    -- When the object store had removed the bytes.
    object_removed_at timestamptz
);

create index removed_document_by_time on removed_document (removed_at, document_id);
create index removed_document_of_account on removed_document (account_id, removed_at, document_id);

-- Objects that a read found damaged or missing, until a later read succeeds or the document is removed.
create table unreadable_object (
    object_key   text        collate "C" primary key,
    finding      text        not null check (finding in ('DAMAGED', 'LOST')),
    found_at     timestamptz not null default clock_timestamp(),
    last_seen_at timestamptz not null default clock_timestamp()
);

-- The running export of an account. An account has one at a time.
create table account_export (
    account_id   text        primary key,
    export_id    text        not null,
    leased_until timestamptz not null
);
