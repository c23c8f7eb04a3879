-- The trace of the work that armed a timer: what fires is linked to it. Adding a column without a default rewrites no row.
alter table timer add column traceparent text;
