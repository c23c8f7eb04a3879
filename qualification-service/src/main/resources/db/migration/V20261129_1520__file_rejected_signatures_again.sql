-- A rejected carrier filing can be filed again without an amendment (docs/carrier-filing.md). Older replicas ignore both
-- columns, and their filings are the first ones.

-- The columns take a moment; requests must not queue behind a long reader.
set local lock_timeout = '5s';

alter table carrier_filing
    -- The rejected filing of the same signature, carrier and revision that this one repeats.
    add column refiles bigint,
    -- 1 for the first filing, one more for each that repeats it.
    add column round integer not null default 1;
