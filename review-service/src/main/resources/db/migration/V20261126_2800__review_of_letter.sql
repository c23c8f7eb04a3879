-- All reviews of a letter, alone or with a qualification: what was decided about it before.
create index review_of_letter on review (letter_id) where letter_id is not null;
