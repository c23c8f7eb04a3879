-- When a review was in the hands of a reviewer for the first time. Of those that were before, only who holds one now or has
-- proposed its decision is known.
alter table review add column first_touched_at timestamptz;
update review
set first_touched_at = coalesce((select min(proposed_at) from proposal where work_order = review.work_order), claimed_at)
where decided_at is null and cancelled_at is null and (lease_ends_at is not null or proposals > 0);

-- What is counted and measured of a decision, written with it: the clock's data may change later, what it measured does not.
-- Times are whole seconds from the submission.
create table decision_figure (
    work_order bigint primary key references decision,
    policy text not null,
    reviewer_id text not null,
    outcome text not null,
    codes text[] not null,
    breached boolean not null,
    decided_at timestamptz not null,
    first_touch_seconds bigint,
    open_seconds bigint,
    wall_seconds bigint not null
);

-- Figures are asked for over a period. Rows lie in the order of their time, so that this also serves who asks for one reviewer,
-- whose rows are on every page of a period.
create index decision_figure_by_time on decision_figure (decided_at);

-- Earlier decisions, without what was not kept of them: first touch and open time.
insert into decision_figure(work_order, policy, reviewer_id, outcome, codes, breached, decided_at, wall_seconds)
select work_order, review.policy, decision.reviewer_id, decision.outcome,
    coalesce((select array_agg(distinct code order by code) from decision_point where work_order = review.work_order), '{}'),
    decision.decided_at > review.due_at, decision.decided_at,
    greatest(cast(floor(extract(epoch from decision.decided_at - review.opened_at)) as bigint), 0)
from decision join review using (work_order);
