-- Expands bulk_filing by uploaded_by, which replaces the column subject (docs/adr/0021-upgrades.md): everywhere else, a
-- subject is the qualification or letter that a row is about.
--
-- This release writes both columns and fills uploaded_by in the rows of older releases. Older replicas use subject only.

-- The change takes a moment, but requests queue behind it while it waits for its lock.
set local lock_timeout = '5s';

-- The token subject of the person who uploaded the sheet. Null in rows that an older release wrote and that are not filled
-- yet.
alter table bulk_filing add column uploaded_by text;

-- Finds the rows to fill.
create index bulk_filing_without_uploader on bulk_filing (id) where uploaded_by is null;
