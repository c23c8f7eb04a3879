-- What was approved before there were timers for its end, and is to get them: worked off in batches while the service runs,
-- then empty for ever.
create table expiry_unwatched (
    owner_type text   not null,
    owner_id   bigint not null,
    primary key (owner_type, owner_id)
);

insert into expiry_unwatched(owner_type, owner_id)
select 'qualification-expiry', q.id
from qualification q
where q.in_force_revision is not null and q.deleted_at is null
  and not exists (select from expiry_watch watch where watch.qualification_id = q.id)
on conflict do nothing;

-- Timers that are over are removed some day; then the timeline knows that there were some.
insert into expiry_unwatched(owner_type, owner_id)
select 'letter-expiry', l.id
from authorization_letter l
where l.status = 'APPROVED' and l.deleted_at is null
  and not exists (select from timer t where t.owner_type = 'letter-expiry' and t.owner_id = l.id)
  and not exists (
    select from letter_timeline_entry told where told.letter_id = l.id and told.act in ('EXPIRING', 'EXPIRED'))
on conflict do nothing;
