-- Webhooks of accounts: subscriptions, the events queued for them, every attempt with its answer, and replays.

-- Writers wait while an index is built; others must not queue behind a migration that waits for its lock.
set local lock_timeout = '5s';

create sequence webhook_subscription_id start 1001 maxvalue 9007199254740991;

-- URL and secrets are encrypted with the account's key.
create table webhook_subscription (
    subscription_id bigint        primary key,
    account_id      varchar(100)  not null,
    url             bytea         not null,
    -- Keyed hash of scheme, host and port, as in webhook_delivery.
    receiver        varchar(64)   not null,
    secret          bytea         not null,
    -- After a rotation, webhooks are signed with both secrets until this time.
    previous_secret bytea,
    previous_until  timestamptz,
    -- Names separated by commas.
    event_types     varchar(1000) not null,
    description     varchar(200)  not null,
    -- When the receiver first answered a challenge. Events before are not queued.
    verified_at     timestamptz,
    -- Whether it answered the challenge at the current URL.
    url_verified    boolean       not null,
    disabled_reason varchar(20),
    disabled_at     timestamptz,
    -- The first failed attempt since the last accepted webhook.
    failing_since   timestamptz,
    -- The last test call or failed challenge: both are limited.
    called_at       timestamptz,
    created_at      timestamptz   not null,
    version         bigint        not null,
    check ((disabled_reason is null) = (disabled_at is null)),
    check ((previous_secret is null) = (previous_until is null))
);

create index webhook_subscription_of_account on webhook_subscription (account_id, subscription_id);

-- A webhook of an account has no target of its own: it goes to the current URL of its subscription, signed with the
-- current secrets. The subscription may be deleted meanwhile.
alter table webhook_delivery add column subscription_id bigint;
alter table webhook_delivery add column event_type varchar(50);
-- Attempts before the last replay: the schedule of retries begins again with a replay, the numbers of attempts go on.
alter table webhook_delivery add column earlier_attempts integer not null default 0;

alter table webhook_delivery drop constraint webhook_delivery_check1;

create index webhook_delivery_of_subscription on webhook_delivery (subscription_id, queued_at, webhook_id)
    where subscription_id is not null;
create index webhook_delivery_of_account on webhook_delivery (account_id) where subscription_id is not null;

-- Every attempt to post a webhook of an account. The answer is the receiver's text, encrypted with the account's key.
create table webhook_attempt (
    attempt_id   varchar(80)  primary key,
    webhook_id   varchar(64)  not null references webhook_delivery on delete cascade,
    attempt      integer      not null,
    account_id   varchar(100) not null,
    status_code  integer,
    failure_code varchar(100),
    answer       bytea,
    duration_ms  integer      not null,
    attempted_at timestamptz  not null,
    unique (webhook_id, attempt)
);

create index webhook_attempt_of_account on webhook_attempt (account_id);

-- Replays by their idempotency keys.
create table webhook_replay (
    subscription_id bigint       not null,
    idempotency_key varchar(100) not null,
    account_id      varchar(100) not null,
    request         varchar(500) not null,
    deliveries      integer      not null,
    replayed_at     timestamptz  not null,
    primary key (subscription_id, idempotency_key)
);

create index webhook_replay_of_account on webhook_replay (account_id);
create index webhook_replay_replayed_at on webhook_replay (replayed_at);
