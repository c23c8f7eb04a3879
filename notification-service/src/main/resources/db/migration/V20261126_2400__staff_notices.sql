-- Who of the staff is told what the review clock does. Kinds, policies and subjects are names with commas between them;
-- no policy or no subject means all. A deleted subscription keeps neither number nor name for itself.
create sequence staff_subscription_id start 1001 maxvalue 9007199254740991;
create table staff_subscription (
    subscription_id bigint       primary key,
    name            varchar(60)  not null,
    kinds           varchar(100) not null,
    policies        varchar(1100) not null,
    subjects        varchar(100) not null,
    channel         varchar(10)  not null,
    phone           bytea,
    language        varchar(10)  not null,
    window_minutes  integer      not null,
    created_at      timestamptz  not null,
    deleted_at      timestamptz,
    version         bigint       not null,
    check (window_minutes between 1 and 60),
    check (channel <> 'SMS' or deleted_at is not null or phone is not null)
);
create unique index staff_subscription_name on staff_subscription (name) where deleted_at is null;

-- One group of reviews of which a subscription is told together. The numbers of a subscription and kind count on, so that
-- of two events that open a group at the same moment one joins the other's.
create sequence staff_notice_id start 1001 maxvalue 9007199254740991;
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

-- The clock policy of each open review, which subscriptions may choose by: the events of its clock do not say it.
create table watched_review (
    work_order bigint      primary key,
    policy     varchar(50) not null
);

-- Staff choose their language; null is the language of the installation.
alter table sms_message add column language varchar(10);
