-- One row per stored document. The bytes lie encrypted in the object store under object_key.
create table document (
    id text primary key check (id ~ '^[0-9a-f]{32}$'),
    account_id text not null,
    kind text not null,
    format text not null,
    size bigint not null check (size between 1 and 5242880),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    -- Compared byte by byte, in the order in which an object store lists its keys.
    object_key text collate "C" not null unique,
    status text not null check (status in ('AVAILABLE', 'PENDING_SCAN', 'QUARANTINED')),
    stored_by text not null,
    stored_at timestamptz not null
);

-- A submitted revision holds its documents. The foreign key is the last defence against deleting a held one.
create table pin (
    document_id text not null references document (id),
    qualification_id bigint not null,
    revision integer not null,
    pinned_at timestamptz not null,
    primary key (document_id, qualification_id, revision)
);
