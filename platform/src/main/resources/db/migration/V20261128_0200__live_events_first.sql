-- New events and events that are sent again wait apart, each found in their own order: whoever sends a long past again must not
-- keep new events waiting.
drop index outbox_unsent;
create index outbox_unsent on outbox (sequence) where sent_at is null and resend_requested_at is null;
create index outbox_resends on outbox (resend_requested_at, sequence)
    where sent_at is null and resend_requested_at is not null;
