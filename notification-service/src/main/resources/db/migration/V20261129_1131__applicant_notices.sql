-- Notices that applicants list. Notices of earlier releases name no account and are not listed.

-- Writers wait while an index is built; others must not queue behind a migration that waits for its lock.
set local lock_timeout = '5s';

alter table notice add column account_id varchar(100);
alter table notice add column template varchar(50);
-- The masked number, encrypted with the account's key.
alter table notice add column recipient bytea;

create index notice_of_account on notice (account_id, created_at, notice_key) where account_id is not null;
