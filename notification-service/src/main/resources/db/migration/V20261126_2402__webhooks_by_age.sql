-- By which old ones are forgotten.
alter table webhook_delivery add column queued_at timestamptz not null default clock_timestamp();
