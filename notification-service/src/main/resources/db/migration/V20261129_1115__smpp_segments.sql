-- What the SMPP sender has submitted, and the receipts of it. Ids and states only: neither number nor text.

set local lock_timeout = '5s';

create table smpp_message (
    message_id     varchar(32) primary key,
    -- The newest attempt that may have been submitted; 0 if none.
    attempt        integer     not null,
    -- Attempts up to this one are never submitted: the sender has answered that it never got them.
    recalled       integer     not null,
    -- The last outcome that was reported of the attempt.
    reported       varchar(10),
    handed_over_at timestamptz not null
);

create index smpp_message_outdated on smpp_message (handed_over_at);

create table smpp_segment (
    message_id          varchar(32) not null references smpp_message on delete cascade,
    attempt             integer     not null,
    segment             integer     not null,
    state               varchar(10) not null,
    code                varchar(60),
    -- The id exactly as the SMSC answered, and in the form by which receipts find it.
    provider_message_id varchar(100),
    receipt_id          varchar(100),
    submitted_at        timestamptz not null,
    primary key (message_id, attempt, segment),
    check ((provider_message_id is null) = (receipt_id is null))
);

create index smpp_segment_of_receipt on smpp_segment (receipt_id, submitted_at desc) where receipt_id is not null;

-- Receipts that came before the answer that names their segment, or that belong to none.
create table smpp_early_receipt (
    receipt_id  varchar(100) primary key,
    state       varchar(10)  not null,
    code        varchar(60),
    received_at timestamptz  not null
);

create index smpp_early_receipt_outdated on smpp_early_receipt (received_at);
