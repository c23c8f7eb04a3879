-- The version that was submitted: a repeat under the same key names the same one. Each submission raised it by one.
alter table submission_key add column submitted_version bigint;
update submission_key set submitted_version = version - 1;
alter table submission_key alter column submitted_version set not null;

-- No rule compares legal persons.
alter table revision drop column legal_person_index;
