-- A service of this release requests the carrier filings of signatures that an older replica binds while both run
-- (docs/carrier-filing.md). Older replicas do not name the new column, so their signatures get false.

-- Binding waits while the index is built; it must not queue behind a long reader.
set local lock_timeout = '5s';

-- Whether a replica that knows carrier filings has requested them. Signatures that were bound before count as true,
-- because they are filed only when they are moved or amended.
alter table signature add column filings_requested boolean not null default true;
alter table signature alter column filings_requested set default false;

create index signature_without_filings on signature (id) where not filings_requested and released_at is null;
