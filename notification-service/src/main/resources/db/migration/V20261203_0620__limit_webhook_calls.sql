-- Challenges and test calls are limited for each account and each receiver, whatever happens to the webhook.

set local lock_timeout = '5s';

-- Rows are deleted after an hour. A row costs its account a pause, which bounds their number.
create table webhook_call (
    -- Who must pause: an account, or a receiver by its keyed hash. See WebhookCallRepository.
    key       varchar(120) primary key,
    called_at timestamptz  not null
);

create index webhook_call_by_time on webhook_call (called_at);

-- Only the release before this one reads and writes webhook_subscription.called_at. A later release drops it.
