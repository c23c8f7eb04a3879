-- Indexes by which the erasure of an account finds its rows.

-- Writers wait while an index is built; others must not queue behind a migration that waits for its lock.
set local lock_timeout = '5s';

create index contact_of_account on contact (account_id);
create index phone_verification_of_account on phone_verification (account_id);
-- Number and parameters are erased when a message ends, so few messages have them.
create index sms_message_to_erase on sms_message (account_id) where phone is not null;
create index webhook_delivery_to_erase on webhook_delivery (account_id) where url is not null;
