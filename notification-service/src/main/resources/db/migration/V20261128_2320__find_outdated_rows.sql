-- Indexes by which outdated rows are deleted in batches, the oldest first, without reading the rows that stay.

-- Writers wait while an index is built; others must not queue behind a migration that waits for its lock.
set local lock_timeout = '5s';

create index sms_message_finished on sms_message (queued_at) where status in ('ACCEPTED', 'FAILED');
create index notice_created_at on notice (created_at);
create index webhook_delivery_finished on webhook_delivery (queued_at) where status <> 'QUEUED';
create index staff_notice_closed on staff_notice (closes_at) where status <> 'COLLECTING';
-- Without a failure first.
create index phone_code_failures_oldest on phone_code_failures (coalesce(last_failed_at, '-infinity'));
