-- Webhooks on their way. Where one goes is encrypted, and gone at the end; the body holds nothing personal.
create table webhook_delivery (
    webhook_id   varchar(64)  primary key,
    account_id   varchar(100) not null,
    url          bytea,
    secret       bytea,
    body         text         not null,
    status       varchar(10)  not null,
    attempts     integer      not null,
    due_at       timestamptz,
    failure_code varchar(100),
    check ((status = 'QUEUED') = (due_at is not null)),
    check (status <> 'QUEUED' or (url is not null and secret is not null))
);
create index webhook_delivery_due on webhook_delivery (due_at) where due_at is not null;

-- Staff may be told by webhook.
alter table staff_subscription add column url bytea, add column secret bytea;
alter table staff_subscription add check
    (channel <> 'WEBHOOK' or deleted_at is not null or (url is not null and secret is not null));
alter table staff_notice add column webhook_id varchar(64);
