-- ---- Storage

-- One row per stored document. Its bytes are encrypted in the object store under object_key.
create table document (
    id           text        primary key check (id ~ '^[0-9a-f]{32}$'),
    account_id   text        not null,
    kind         text        not null,
    format       text        not null,
    -- Bytes before encryption.
    size         bigint      not null check (size between 1 and 5242880),
    sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    -- Whether a picture has colours. Null where that is unknown, and for other files.
    colour       boolean,
    -- Compared byte by byte, in the order in which an object store lists its keys.
    object_key   text        collate "C" not null unique,
    -- The uploader's file name, encrypted because it may contain names of persons, and its keyed hash for sheets that refer
    -- to documents by name. Null if the upload had none.
    file_name       bytea,
    file_name_index text     check (file_name_index ~ '^[0-9a-f]{64}$'),
    status       text        not null check (status in ('AVAILABLE', 'PENDING_SCAN', 'QUARANTINED')),
    -- When the next scan is due, or when a scan in progress counts as lost. Ignored once the status is final.
    scan_due_at   timestamptz not null default clock_timestamp(),
    scan_attempts integer     not null default 0,
    -- Why the last scan had no result.
    scan_failure  text,
    stored_by    text        not null,
    stored_at    timestamptz not null,
    -- Since when no submission has used the document and no draft has had it checked. Null while a submission uses it.
    unused_since timestamptz default clock_timestamp(),
    check ((file_name is null) = (file_name_index is null))
);

-- Finds documents with the same bytes, of any account.
create index document_by_digest on document (sha256, account_id, stored_at);
-- Finds documents of an account by file name.
create index document_by_name on document (account_id, file_name_index, stored_at) where file_name_index is not null;
-- For the list of an account's documents, newest first.
create index document_of_account on document (account_id, stored_at desc, id desc);
-- The queue of the malware scanner.
create index document_scan_due on document (scan_due_at) where status = 'PENDING_SCAN';
-- For the sweep that removes unused documents, the longest unused first.
create index document_unused on document (unused_since) where unused_since is not null;
-- For the quota of an account.
create index document_unused_of_account on document (account_id) include (size, stored_at) where unused_since is not null;

-- Objects that remain to be removed after their row was deleted. Deleting the document inserts the row here, and the row
-- goes when the object store has removed the object.
create table object_to_remove (
    object_key  text        primary key,
    recorded_at timestamptz not null
);

-- ---- Pins

-- A submitted revision holds its documents. The foreign key is the last defence against deleting one of them.
create table pin (
    document_id      text        not null references document (id),
    qualification_id bigint      not null,
    revision         integer     not null,
    pinned_at        timestamptz not null,
    -- The pin lapses then, unless the event of the submission confirms it first. Null: confirmed, for good.
    reserved_until   timestamptz,
    primary key (document_id, qualification_id, revision)
);

create index pin_by_qualification on pin (qualification_id, revision);
