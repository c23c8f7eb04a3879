-- A person who owns a signature has neither.
alter table review alter column company_name drop not null;
alter table review alter column credit_code drop not null;
