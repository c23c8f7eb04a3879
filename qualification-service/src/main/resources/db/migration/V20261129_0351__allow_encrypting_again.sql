-- Submitted revisions and letters never change, but their personal data may be encrypted with another key
-- (docs/adr/0027-account-keys.md): the triggers let work on keys change the ciphertext, and nothing else.

-- Replacing a function takes no lock on its tables.
set local lock_timeout = '5s';

create or replace function refuse_change_of_submitted() returns trigger language plpgsql as $$
begin
    if old.work_order is not null and (
        (new.work_order, new.number, new.content, new.submitted_at, new.evaluation, new.consent_actor, new.provenance)
        is distinct from (old.work_order, old.number, old.content, old.submitted_at, old.evaluation, old.consent_actor,
            old.provenance)
        or (new.personal_data is distinct from old.personal_data
            and current_setting('zizhi.encrypts_again', true) is distinct from 'on')) then
        raise exception 'revision % was submitted and is never changed', old.id;
    end if;
    return new;
end
$$;

create or replace function refuse_change_of_submitted_letter() returns trigger language plpgsql as $$
begin
    if (new.letter_id, new.number, new.qualification_id, new.content, new.evaluation, new.submitted_at)
        is distinct from (old.letter_id, old.number, old.qualification_id, old.content, old.evaluation, old.submitted_at)
        or (new.authorised_party is distinct from old.authorised_party
            and current_setting('zizhi.encrypts_again', true) is distinct from 'on') then
        raise exception 'work order % was submitted and is never changed', old.work_order;
    end if;
    return new;
end
$$;
