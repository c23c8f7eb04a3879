-- A sweep goes on behind timers whose owners it cannot lock, so it reads them in an order without ties; very many are due
-- at the same midnight.
drop index timer_due;
create index timer_due on timer (owner_type, due_at, owner_id, kind, cycle) where state = 'ARMED';
