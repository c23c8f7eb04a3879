create table tally (id bigint primary key, entries integer not null, log text not null);

-- An audit row that is older than the chains of audit rows.
insert into audit_entry(actor, role, account_id, action, object_type, object_id, fields)
values ('before-the-chains', 'applicant', 'account-before-the-chains', 'draft.changed', 'draft', '1', '{name}');
