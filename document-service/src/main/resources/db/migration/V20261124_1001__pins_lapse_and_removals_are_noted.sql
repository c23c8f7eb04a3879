-- A pin forbids deletion for a while, until the event of its submission confirms it for good. Null: confirmed. The pins
-- from before this column stay for good, because nobody knows any more which of them were submitted.
alter table pin add column reserved_until timestamptz;

create index pin_by_qualification on pin (qualification_id, revision);

-- Objects whose row was deleted and that are still to be removed: noted with the deletion, struck out when the object
-- store has removed them.
create table object_to_remove (
    object_key text primary key,
    noted_at timestamptz not null
);
