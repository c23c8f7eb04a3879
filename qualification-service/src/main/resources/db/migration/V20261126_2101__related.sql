-- By what the desk finds the same persons and companies in other accounts again. An account with many qualifications of one
-- administrator must not be read through to find the few of others, so the account stands in the index.
alter table revision
    add column account_id            text,
    -- Equality of the legal person's id number and of the administrator's phone, which are encrypted. Filled whenever a
    -- working copy is; what was submitted before stays without.
    add column legal_person_id_index text,
    add column phone_index           text;

update revision r set account_id = q.account_id from qualification q where q.id = r.qualification_id;
alter table revision add check (work_order is null or account_id is not null);

drop index revision_by_administrator;
create index revision_by_administrator on revision (administrator_index, account_id, id) where work_order is not null;
create index revision_by_legal_person_id on revision (legal_person_id_index, account_id, id)
    where work_order is not null and legal_person_id_index is not null;
create index revision_by_phone on revision (phone_index, account_id, id)
    where work_order is not null and phone_index is not null;
create index qualification_by_credit_code on qualification (credit_code, account_id, id)
    where deleted_at is null and credit_code is not null;
