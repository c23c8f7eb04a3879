-- Which submitted revisions name a letter: it cannot be deleted while one of them is in review or in force.
create index revision_by_letter on revision ((content ->> 'letterId'))
    where work_order is not null and (content ->> 'letterId') is not null;

-- What a letter was renewed by: whoever has renewed it is not reminded of its end.
create index authorization_letter_renewals on authorization_letter (renewal_of)
    where renewal_of is not null and deleted_at is null;
