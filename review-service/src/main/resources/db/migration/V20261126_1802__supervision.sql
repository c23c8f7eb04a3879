-- Open time beyond the target.
alter table review
    add column extended_seconds bigint not null default 0 check (extended_seconds >= 0),
    add column extension_reason text,
    add column extended_at timestamptz;
