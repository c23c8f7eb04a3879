-- The figure sms_unknown counts these every ten seconds, among all messages ever sent.
create index sms_message_unknown on sms_message (status) where status = 'UNKNOWN';
