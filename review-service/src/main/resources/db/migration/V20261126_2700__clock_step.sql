-- What moved the due time of a review, in order, so that every due time can be explained by all that led to it. Adding to a
-- review happens with its row locked.
create table clock_step (
    id bigint generated always as identity primary key,
    work_order bigint not null references review,
    kind text not null check (kind in ('EXTENDED', 'RESCHEDULED')),
    made_at timestamptz not null,
    made_by text,
    added_seconds bigint not null check (added_seconds >= 0),
    reason text,
    revision bigint not null,
    policy_before text,
    due_before timestamptz,
    provisional_before boolean,
    policy_after text,
    due_after timestamptz,
    provisional_after boolean,
    constraint clock_step_reason check ((kind = 'EXTENDED') = (reason is not null and added_seconds > 0))
);

create index clock_step_of_review on clock_step (work_order, id);

-- Of extensions given before steps were kept, the sum and the last reason are known.
insert into clock_step(work_order, kind, made_at, added_seconds, reason, revision)
select work_order, 'EXTENDED', extended_at, extended_seconds, extension_reason, clock_revision
from review where extended_seconds > 0;

create trigger clock_step_insert_only before update or delete on clock_step
    for each row execute function refuse_change();
