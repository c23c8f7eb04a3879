-- The trace of the submission: hours later the decision goes on with it.
alter table review add column traceparent text;
