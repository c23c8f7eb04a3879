-- A review is about a qualification and the letter that it carries, or about a letter alone, whose number then stands in
-- qualification_id as well: letters and qualifications share their numbers.
alter table review add column subject text not null default 'QUALIFICATION' check (subject in ('QUALIFICATION', 'LETTER'));
alter table review add column letter_id bigint;
alter table decision add column letter_outcome text
    check (letter_outcome in ('APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED'));
