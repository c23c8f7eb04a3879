-- Receivers take turns, and each is posted one webhook at a time. A receiver is a keyed hash of scheme, host and port; rows
-- of the release before have none.
alter table webhook_delivery add column receiver varchar(64);
alter table webhook_delivery add column turn bigint not null default 0;
alter table webhook_delivery add column posting_until timestamptz;
drop index webhook_delivery_due;
create index webhook_delivery_next on webhook_delivery (turn, due_at) where due_at is not null;
create index webhook_delivery_of_receiver on webhook_delivery (receiver, turn) where due_at is not null;
create index webhook_delivery_posting on webhook_delivery (receiver, posting_until) where posting_until is not null;
