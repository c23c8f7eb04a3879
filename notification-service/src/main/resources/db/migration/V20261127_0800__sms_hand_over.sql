-- The number of the newest claim; only that claim may hand the message over.
alter table sms_message add column attempt integer not null default 0;

-- Every hand-over to the local sender. It has no key by message: a second hand-over of one message must show.
create table local_hand_over (
    hand_over_id   bigint generated always as identity primary key,
    message_id     varchar(32) not null,
    attempt        integer     not null,
    taken          boolean     not null,
    handed_over_at timestamptz not null
);
create index local_hand_over_message on local_hand_over (message_id);
insert into local_hand_over (message_id, attempt, taken, handed_over_at)
select message_id, 0, true, sent_at from local_inbox;

-- Up to which attempt the local sender takes a message no more, because it has said that it never got it.
create table local_recall (
    message_id varchar(32) primary key,
    attempt    integer     not null
);
