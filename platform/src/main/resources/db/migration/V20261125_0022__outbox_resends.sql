-- Set while a sent event waits to be sent once more; its age is counted from then.
alter table outbox add column resend_requested_at timestamptz;

-- Small and almost free to keep: rows lie in the order of their time.
create index outbox_by_time on outbox using brin (occurred_at);
