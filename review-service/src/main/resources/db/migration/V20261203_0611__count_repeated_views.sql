-- How often the person viewed the object, with less than an hour between two views. Null counts as one view.

set local lock_timeout = '5s';

alter table staff_view add column if not exists views integer;
