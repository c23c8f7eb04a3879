-- Since when no submission has used the document, or no draft has had it checked; null while a submission uses it. Documents
-- from before this column count from now on.
alter table document add column unused_since timestamptz;
alter table document alter column unused_since set default clock_timestamp();

update document set unused_since = clock_timestamp()
where not exists (select 1 from pin where document_id = document.id and reserved_until is null);

-- For the sweep that removes them, the longest unused first.
create index document_unused on document (unused_since) where unused_since is not null;

-- For the quota of an account.
create index document_unused_of_account on document (account_id) include (size, stored_at) where unused_since is not null;
