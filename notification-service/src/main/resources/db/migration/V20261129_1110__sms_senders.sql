-- Several senders of SMS, their receipts, and limits for each of them.

-- Writers wait while a column or an index is added; others must not queue behind a migration that waits for its lock.
set local lock_timeout = '5s';

alter table sms_message
    -- The sender that has the message, may have it, or was the last one not to take it. Null: not claimed yet, returned
    -- to the queue, or claimed by a release that knew only one sender.
    add column sender varchar(40),
    -- Billed parts of the text. Null: queued by an earlier release; counted as one.
    add column segments integer,
    add column handed_over_at timestamptz,
    -- What the receipts say: DELIVERED, FAILED or UNKNOWN. Null: no receipt. The status of the hand-over stays ACCEPTED,
    -- which is the only end that earlier releases know.
    add column delivery varchar(10),
    add column delivery_code varchar(60),
    add column delivery_at timestamptz,
    -- When the sender is asked about a receipt that did not come. The encrypted number is kept until then.
    add column receipt_due_at timestamptz,
    add column receipt_asks integer not null default 0;

create index sms_message_of_provider on sms_message (provider_message_id) where provider_message_id is not null;
create index sms_message_receipt_due on sms_message (receipt_due_at) where receipt_due_at is not null;

-- Receipts that came before the answer to the hand-over, so that nobody knows their message yet. Deleted after a day.
create table sms_early_receipt (
    sender              varchar(40)  not null,
    provider_message_id varchar(100) not null,
    outcome             varchar(10)  not null,
    code                varchar(60),
    observed_at         timestamptz  not null,
    received_at         timestamptz  not null default statement_timestamp(),
    primary key (sender, provider_message_id, outcome)
);

create index sms_early_receipt_received_at on sms_early_receipt (received_at);

-- One row for each sender: the switch of the operator, and what all replicas together have handed over.
create table sms_sender (
    sender     varchar(40)    primary key,
    stopped_at timestamptz,
    -- The rate allows the next hand-over from here on.
    next_at    timestamptz    not null default statement_timestamp(),
    -- The day in Asia/Shanghai to which the two counts belong.
    day        date           not null default '2000-01-01',
    messages   integer        not null default 0,
    spend      numeric(14, 4) not null default 0
);
