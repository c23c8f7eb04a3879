-- Publishing a text takes two operators, and test messages are also counted per number.

-- The changes take a moment, but requests queue behind them while they wait for their locks.
set local lock_timeout = '5s';

-- Requests to publish a version, and their outcome.
create table sms_publication (
    id           bigint generated always as identity primary key,
    name         varchar(50) not null references sms_template,
    number       integer     not null,
    requested_by text        not null,
    requested_at timestamptz not null default clock_timestamp(),
    state        text        not null default 'REQUESTED' check (state in ('REQUESTED', 'CARRIED_OUT', 'CANCELLED')),
    closed_by    text,
    closed_at    timestamptz,
    foreign key (name, number) references sms_template_version,
    check ((state = 'REQUESTED') = (closed_at is null)),
    -- Nobody publishes alone, whatever the code does.
    check (state <> 'CARRIED_OUT' or closed_by <> requested_by)
);

create unique index sms_publication_open on sms_publication (name) where state = 'REQUESTED';
create index sms_publication_by_state on sms_publication (state, id);

-- Keyed hash of the number. Null in rows of older releases, which are deleted after two days.
alter table sms_test_send add column phone_index text;
create index sms_test_send_to_number on sms_test_send (phone_index, sent_at);
