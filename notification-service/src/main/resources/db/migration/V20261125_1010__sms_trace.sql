-- The trace in which a message was queued: it is sent by a loop that belongs to none.
alter table sms_message add column traceparent text;
