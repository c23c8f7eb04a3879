-- By which timers that are over are found and removed, without a look at those that are armed, however many they are.
drop index timer_by_time;
create index timer_over on timer (due_at) where state <> 'ARMED';
