-- Rows that are still worked on, by their sheet. Each new sheet counts the account's sheets that have some; without this index
-- it would read all rows of all sheets that the account ever sent.
create index bulk_row_open on bulk_row (filing_id) where state in ('WAITING', 'DRAFTED', 'AWAITING_PHONE', 'READY');
