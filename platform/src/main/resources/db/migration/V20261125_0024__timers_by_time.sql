-- By which timers that are over are found and removed; small, because rows lie roughly in the order of their time.
create index timer_by_time on timer using brin (due_at);
