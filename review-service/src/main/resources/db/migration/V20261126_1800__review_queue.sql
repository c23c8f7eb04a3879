-- When the applicant asked the desk to hurry.
alter table review add column urged_at timestamptz;

-- The queue: what is not finished, by due time, with everything one can filter by, so that a filter that few reviews
-- fulfil is answered by the index alone. What is finished is much and has an index of its own; if that held the open ones
-- as well, it would be taken for them, and every row be looked at.
drop index review_queue;
create index review_queue on review
    (due_at, work_order, policy, owner_type, purpose, subject, revision, breached_at, urged_at)
    where decided_at is null and cancelled_at is null;

drop index review_by_status;
create index review_finished on review (status, due_at, work_order)
    where decided_at is not null or cancelled_at is not null;
