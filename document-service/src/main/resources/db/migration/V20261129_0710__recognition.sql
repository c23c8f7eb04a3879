-- Recognition of the fields in pictures of documents.

set local lock_timeout = '5s';

-- One row per document whose kind has fields: its place in the queue, then the result. It goes with the document.
create table recognition (
    document_id  text        primary key references document (id) on delete cascade,
    account_id   text        not null,
    status       text        not null check (status in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    -- Since when the picture may be read: the upload, or the malware scan.
    requested_at timestamptz not null default clock_timestamp(),
    -- When the picture is due, or when a claim counts as lost. Null until the malware scan, and after the result.
    due_at       timestamptz,
    -- Number of the newest claim; only its holder may record a result.
    claims       integer     not null default 0,
    -- Failed attempts. Waiting for a service that is down does not count.
    failures     integer     not null default 0,
    -- Why the last attempt failed, or why recognition failed for good.
    failure      text,
    -- The fields, encrypted: they are personal data.
    result       bytea,
    ended_at     timestamptz,
    check ((status = 'DONE') = (result is not null)),
    check ((status in ('DONE', 'FAILED')) = (ended_at is not null))
);

-- The queue.
create index recognition_due on recognition (due_at) where status in ('WAITING', 'RUNNING');
-- For the erasure of an account.
create index recognition_of_account on recognition (account_id);
