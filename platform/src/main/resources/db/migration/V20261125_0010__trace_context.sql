-- The trace that a row goes on with later and elsewhere: the headers traceparent and tracestate of W3C Trace Context.
alter table outbox
    add column traceparent text,
    add column tracestate  text;

alter table held_event
    add column traceparent text,
    add column tracestate  text;
