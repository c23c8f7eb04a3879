-- Codes go before notices, for a person waits for them; within each kind accounts take turns.
alter table sms_message add column urgent boolean generated always as (template = 'PHONE_CODE') stored;
alter table sms_message add column turn bigint not null default 0;
drop index sms_message_queue;
create index sms_message_next on sms_message (urgent desc, turn, queued_at) where status = 'QUEUED';
create index sms_message_of_account on sms_message (account_id, urgent, turn) where status = 'QUEUED';
