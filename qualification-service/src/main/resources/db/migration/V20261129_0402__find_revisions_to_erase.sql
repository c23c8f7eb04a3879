-- Indexes by which the erasure of an account and the encryption of remarks find revisions. They are apart from the
-- other indexes of the erasure: this table is the largest, and no other is locked while its indexes are built.
--
-- Filing waits meanwhile; reads do not.
set local lock_timeout = '5s';

-- Revisions whose personal data is not erased, by account.
create index if not exists revision_to_erase on revision (account_id) where personal_data <> '';
-- Finds the remarks to encrypt.
create index if not exists revision_with_plain_remark on revision (id) where content ->> 'remark' is not null;
