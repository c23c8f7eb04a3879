-- The language that an account chose for its messages. Without a row it gets that of the installation.

set local lock_timeout = '5s';

create table notification_settings (
    account_id varchar(100) primary key,
    language   varchar(10)  not null,
    changed_at timestamptz  not null
);
