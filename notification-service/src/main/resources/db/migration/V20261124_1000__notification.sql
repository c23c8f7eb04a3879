-- Phone codes. Numbers are encrypted; a keyed hash finds and counts them.
create table phone_verification (
    verification_id  varchar(32)  primary key,
    account_id       varchar(100) not null,
    phone            bytea        not null,
    phone_index      varchar(64)  not null,
    code_hash        varchar(64),
    status           varchar(20)  not null,
    wrong_tries      integer      not null default 0,
    issued_at        timestamptz  not null,
    expires_at       timestamptz  not null,
    usable_until     timestamptz,
    qualification_id bigint,
    revision         integer,
    reserved_until   timestamptz,
    check (wrong_tries between 0 and 5),
    check ((qualification_id is null) = (revision is null))
);

-- Only the newest code of an account and a number can be entered, whatever the code of this service does.
create unique index phone_verification_newest on phone_verification (account_id, phone_index) where status = 'ISSUED';
create index phone_verification_qualification on phone_verification (qualification_id) where qualification_id is not null;
create index phone_verification_issued_at on phone_verification (issued_at);

-- Wrong codes in a row, per number.
create table phone_failures (
    phone_index     varchar(64) primary key,
    failures        integer     not null,
    last_failed_at  timestamptz,
    held_back_until timestamptz
);

-- When a code was sent, once per bucket that it counts in.
create table code_send (
    bucket     varchar(10)  not null,
    bucket_key varchar(100) not null,
    sent_at    timestamptz  not null
);
create index code_send_newest on code_send (bucket, bucket_key, sent_at desc);
create index code_send_sent_at on code_send (sent_at);

-- Messages on their way. Number and parameters are encrypted, and gone at the end.
create table sms_message (
    message_id   varchar(32)  primary key,
    account_id   varchar(100) not null,
    template     varchar(50)  not null,
    subject      varchar(100) not null,
    phone        bytea,
    parameters   bytea,
    status       varchar(20)  not null,
    outcome_code varchar(100),
    queued_at    timestamptz  not null,
    useful_until timestamptz,
    recalls      integer      not null default 0,
    recall_at    timestamptz,
    check (status in ('ACCEPTED', 'FAILED') or (phone is not null and parameters is not null))
);
create index sms_message_queue on sms_message (queued_at) where status = 'QUEUED';
create index sms_message_recall on sms_message (recall_at) where recall_at is not null;

-- Whom to tell of a qualification's results, while it lives.
create table contact (
    contact_key      varchar(60)  primary key,
    qualification_id bigint       not null,
    account_id       varchar(100) not null,
    phone            bytea        not null,
    kept_at          timestamptz  not null
);
create index contact_qualification on contact (qualification_id);

-- What was told: one row per result.
create table notice (
    notice_key       varchar(100) primary key,
    qualification_id bigint       not null,
    work_order       bigint       not null,
    message_id       varchar(32)  not null unique,
    created_at       timestamptz  not null
);

-- Where the local sender delivers to.
create table local_inbox (
    message_id  varchar(32) primary key,
    phone_index varchar(64) not null,
    phone       bytea       not null,
    text        bytea       not null,
    template    varchar(50) not null,
    sent_at     timestamptz not null
);
create index local_inbox_newest on local_inbox (phone_index, sent_at desc);
