-- The persons of accounts, encrypted with the account's key: their keyed hashes must be computed again when the key of
-- blind indexes is replaced. Rows of earlier releases lack them until the account is verified again.

set local lock_timeout = '5s';

alter table account_identity add column person bytea;
alter table account_identity_change add column person bytea;
