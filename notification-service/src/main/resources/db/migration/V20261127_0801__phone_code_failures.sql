-- Failed tries in a row, per account and number. It takes the place of phone_failures, which counted per number and lets
-- strangers block it; that table stays for replicas of the release before, until a later release drops it.
create table phone_code_failures (
    account_id      varchar(100) not null,
    phone_index     varchar(64)  not null,
    failures        integer      not null,
    last_failed_at  timestamptz,
    held_back_until timestamptz,
    primary key (account_id, phone_index)
);
