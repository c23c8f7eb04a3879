-- A new event of an aggregate looks whether earlier ones of it wait to be sent again.
create index outbox_resends_by_aggregate on outbox (topic, aggregate_id)
    where sent_at is null and resend_requested_at is not null;
