-- The first end of a qualification is that of the letter that it names, too. Letters that are filled in anew are followed by
-- the qualifications that name them, also in a working copy.
drop index revision_by_letter;
create index revision_by_letter on revision ((content ->> 'letterId')) where (content ->> 'letterId') is not null;

update qualification q
set expires_on = least(q.expires_on, l.valid_to)
from revision r
join authorization_letter l on cast(l.id as text) = r.content ->> 'letterId'
where r.id = coalesce(q.in_force_revision, q.working_revision, q.current_revision)
  and l.account_id = q.account_id and l.deleted_at is null and l.valid_to is not null
  and l.valid_to < coalesce(q.expires_on, date 'infinity');
