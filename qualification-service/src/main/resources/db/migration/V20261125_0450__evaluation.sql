-- What the pre-check found when a revision was submitted, for the reviewer.
alter table revision add column evaluation jsonb;

create or replace function refuse_change_of_submitted() returns trigger language plpgsql as $$
begin
    if old.work_order is not null and
        (new.work_order, new.number, new.content, new.personal_data, new.submitted_at, new.evaluation, new.consent_actor)
        is distinct from (old.work_order, old.number, old.content, old.personal_data, old.submitted_at, old.evaluation,
            old.consent_actor) then
        raise exception 'revision % was submitted and is never changed', old.id;
    end if;
    return new;
end
$$;
