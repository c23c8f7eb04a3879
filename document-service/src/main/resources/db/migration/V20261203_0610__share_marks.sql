-- One mark for all pages of a document that a person sees within an hour. Copies with different marks could be averaged
-- until none is legible.

set local lock_timeout = '5s';

create table document_mark (
    -- 48 random bits.
    mark           text        primary key check (mark ~ '^[0-9a-f]{12}$'),
    viewer         text        not null,
    document_id    text        not null,
    -- The carrier filing for which the filing system gets a copy; 0 for all other viewers.
    carrier_filing bigint      not null,
    -- Start of the hour.
    hour           timestamptz not null,
    unique (viewer, document_id, carrier_filing, hour)
);

create index document_mark_by_hour on document_mark (hour);

-- The column mark remains the view's own number. This is the mark of its watermark; null for a view without a watermark,
-- and for earlier ones, whose watermark has their own number.
alter table document_view add column if not exists watermark text;

create index if not exists document_view_by_watermark on document_view (watermark) where watermark is not null;
