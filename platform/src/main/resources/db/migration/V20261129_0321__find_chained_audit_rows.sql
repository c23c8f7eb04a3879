-- Indexes of the audit chains: the rows of a chain in their order, and the rows that are older than the chains.
--
-- Acts wait while the indexes are built, because each writes an audit row; reads do not wait.
set local lock_timeout = '5s';

create index if not exists audit_by_chain on audit_entry ((coalesce(account_id, 'system')), chain_sequence)
    where chain_sequence is not null;
create index if not exists audit_unchained on audit_entry (sequence) where chain_sequence is null;
