-- ---- Phone codes. Phone numbers are encrypted; a keyed hash of the number (phone_index) finds and counts them.

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
    -- The submission that holds or has used the verified number.
    qualification_id bigint,
    revision         integer,
    reserved_until   timestamptz,
    check (wrong_tries between 0 and 5),
    check ((qualification_id is null) = (revision is null))
);

-- Only the newest code of an account and number can be entered, whatever the code of this service does.
create unique index phone_verification_newest on phone_verification (account_id, phone_index) where status = 'ISSUED';
create index phone_verification_qualification on phone_verification (qualification_id) where qualification_id is not null;
create index phone_verification_issued_at on phone_verification (issued_at);

-- Failed tries in a row. Counted per account and number: counted per number alone, strangers could block it.
create table phone_code_failures (
    account_id      varchar(100) not null,
    phone_index     varchar(64)  not null,
    failures        integer      not null,
    last_failed_at  timestamptz,
    delayed_until timestamptz,
    primary key (account_id, phone_index)
);

-- When codes were sent: one row for each bucket in which a code counts (number, account, address, everything).
create table code_send (
    bucket     varchar(10)  not null,
    bucket_key varchar(100) not null,
    sent_at    timestamptz  not null
);

create index code_send_newest on code_send (bucket, bucket_key, sent_at desc);
create index code_send_sent_at on code_send (sent_at);

-- ---- SMS

-- Messages on their way. Number and parameters are encrypted, and erased when the message is accepted or has failed.
create table sms_message (
    message_id   varchar(32)  primary key,
    account_id   varchar(100) not null,
    template     varchar(50)  not null,
    subject      varchar(100) not null,
    -- Null: the language of the installation.
    language     varchar(10),
    phone        bytea,
    parameters   bytea,
    status       varchar(20)  not null,
    outcome_code varchar(100),
    -- The id under which the provider knows an accepted message.
    provider_message_id varchar(100),
    queued_at    timestamptz  not null,
    useful_until timestamptz,
    -- Codes go before notices, because a person waits for them. Within each of the two, accounts take turns.
    urgent       boolean      generated always as (template = 'PHONE_CODE') stored,
    turn         bigint       not null default 0,
    -- The number of the newest claim. Only that claim may pass the message to a sender.
    attempt      integer      not null default 0,
    recalls      integer      not null default 0,
    recall_at    timestamptz,
    -- The trace in which the message was queued. The loop that sends it belongs to no trace.
    traceparent  text,
    check (status in ('ACCEPTED', 'FAILED') or (phone is not null and parameters is not null))
);

create index sms_message_next on sms_message (urgent desc, turn, queued_at) where status = 'QUEUED';
create index sms_message_of_account on sms_message (account_id, urgent, turn) where status = 'QUEUED';
create index sms_message_recall on sms_message (recall_at) where recall_at is not null;
-- The metric sms_unknown counts these every ten seconds, among all messages ever sent.
create index sms_message_unknown on sms_message (status) where status = 'UNKNOWN';

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

-- Every time that a message was passed to the local sender. The message is not the key: a second time must show.
create table local_hand_over (
    hand_over_id   bigint generated always as identity primary key,
    message_id     varchar(32) not null,
    attempt        integer     not null,
    taken          boolean     not null,
    handed_over_at timestamptz not null
);

create index local_hand_over_message on local_hand_over (message_id);

-- The local sender has answered that it never got the message. It then refuses the message up to this attempt.
create table local_recall (
    message_id varchar(32) primary key,
    attempt    integer     not null
);

-- ---- Notices to applicants

-- Whom to notify of the results of a qualification, while the qualification exists.
create table contact (
    contact_key      varchar(60)  primary key,
    qualification_id bigint       not null,
    account_id       varchar(100) not null,
    phone            bytea        not null,
    stored_at        timestamptz  not null
);

create index contact_qualification on contact (qualification_id);

-- One row per result of which an applicant was notified.
create table notice (
    notice_key       varchar(100) primary key,
    qualification_id bigint       not null,
    work_order       bigint       not null,
    message_id       varchar(32)  not null unique,
    created_at       timestamptz  not null
);

-- ---- Webhooks

-- Webhooks on their way. Address and secret are encrypted, and erased at the end. The body holds no personal data.
create table webhook_delivery (
    webhook_id    varchar(64)  primary key,
    account_id    varchar(100) not null,
    url           bytea,
    secret        bytea,
    -- Keyed hash of scheme, host and port. Receivers take turns, and each gets one webhook at a time.
    receiver      varchar(64)  not null,
    turn          bigint       not null default 0,
    body          text         not null,
    status        varchar(10)  not null,
    attempts      integer      not null,
    queued_at     timestamptz  not null,
    due_at        timestamptz,
    posting_until timestamptz,
    failure_code  varchar(100),
    check ((status = 'QUEUED') = (due_at is not null)),
    check (status <> 'QUEUED' or (url is not null and secret is not null))
);

create index webhook_delivery_next on webhook_delivery (turn, due_at) where due_at is not null;
create index webhook_delivery_of_receiver on webhook_delivery (receiver, turn) where due_at is not null;
create index webhook_delivery_posting on webhook_delivery (receiver, posting_until) where posting_until is not null;

-- ---- Notices to staff

create sequence staff_subscription_id start 1001 maxvalue 9007199254740991;

-- Which staff are notified of what the review clock does. Kinds, policies and subjects are names separated by commas; no
-- policy or no subject means all. Deleting a subscription erases its number and address, and frees its name.
create table staff_subscription (
    subscription_id bigint        primary key,
    name            varchar(60)   not null,
    kinds           varchar(100)  not null,
    policies        varchar(1100) not null,
    subjects        varchar(100)  not null,
    channel         varchar(10)   not null,
    phone           bytea,
    url             bytea,
    secret          bytea,
    language        varchar(10)   not null,
    window_minutes  integer       not null,
    created_at      timestamptz   not null,
    deleted_at      timestamptz,
    version         bigint        not null,
    check (window_minutes between 1 and 60),
    check (channel <> 'SMS' or deleted_at is not null or phone is not null),
    check (channel <> 'WEBHOOK' or deleted_at is not null or (url is not null and secret is not null))
);

create unique index staff_subscription_name on staff_subscription (name) where deleted_at is null;

create sequence staff_notice_id start 1001 maxvalue 9007199254740991;

-- One group of reviews that a subscription is notified of together. Groups of a subscription and kind are numbered in
-- sequence: of two events that open a group at the same moment, one joins the group of the other.
create table staff_notice (
    notice_id       bigint      primary key,
    subscription_id bigint      not null references staff_subscription,
    kind            varchar(10) not null,
    number          bigint      not null,
    status          varchar(10) not null,
    opened_at       timestamptz not null,
    closes_at       timestamptz not null,
    reviews         integer,
    oldest_due_at   timestamptz,
    work_orders     varchar(100),
    message_id      varchar(32),
    webhook_id      varchar(64),
    failure_code    varchar(100),
    unique (subscription_id, kind, number)
);

-- The reviews of a group that is still open.
create table staff_notice_review (
    notice_id  bigint      not null references staff_notice,
    work_order bigint      not null,
    due_at     timestamptz not null,
    fired_at   timestamptz not null,
    primary key (notice_id, work_order)
);

-- The clock policy of each open review. Subscriptions may choose by it, and the events of the clock do not name it.
create table watched_review (
    work_order bigint      primary key,
    policy     varchar(50) not null
);
