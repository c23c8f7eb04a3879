-- Objects of erased accounts that remain to be removed.

set local lock_timeout = '5s';

-- Set where the removal belongs to the erasure of an account, which counts it and ends when none is left.
alter table object_to_remove add column account_id text;

create index object_to_remove_of_account on object_to_remove (account_id) where account_id is not null;
