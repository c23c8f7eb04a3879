-- Allows the erasure of an account to remove personal data from submitted forms, and this release to move remarks from
-- the plain part of a form to its encrypted part (docs/upgrade.md). Older replicas still write plain remarks; a service
-- of this release finds and encrypts them.

-- Writers wait while an index is built; others must not queue behind a migration that waits for its lock.
set local lock_timeout = '5s';

create index if not exists authorization_letter_to_erase on authorization_letter (account_id)
    where authorised_party is not null;
create index if not exists letter_submission_to_erase on letter_submission (account_id)
    where authorised_party is not null or decision is not null;
create index if not exists restriction_request_to_erase on restriction_request (account_id) where notes <> '';
create index if not exists import_row_to_erase on import_row (account_id)
    where state in ('WAITING', 'CHECKED', 'CONFIRMED');
create index if not exists account_identity_change_by_account on account_identity_change (account_id);

-- A submitted revision changes in three cases only: its account is erased, its remark is encrypted, or work on keys
-- encrypts its personal data with another key, as before.
create or replace function refuse_change_of_submitted() returns trigger language plpgsql as $$
begin
    if old.work_order is null or
        (new.work_order, new.number, new.content, new.personal_data, new.submitted_at, new.evaluation, new.consent_actor,
            new.provenance)
        is not distinct from (old.work_order, old.number, old.content, old.personal_data, old.submitted_at,
            old.evaluation, old.consent_actor, old.provenance) then
        return new;
    end if;
    if (new.work_order, new.number, new.submitted_at, new.consent_actor, new.provenance)
        is not distinct from (old.work_order, old.number, old.submitted_at, old.consent_actor, old.provenance) then
        if new.personal_data = '' and exists (select from account_erasure e where e.account_id = old.account_id) then
            return new;
        end if;
        if new.evaluation is not distinct from old.evaluation
            and (old.content ->> 'remark' is not null and new.content = old.content - 'remark'
                or new.content = old.content and current_setting('zizhi.encrypts_again', true) = 'on') then
            return new;
        end if;
    end if;
    raise exception 'revision % was submitted and is never changed', old.id;
end
$$;

-- The same for letters, which have no remark.
create or replace function refuse_change_of_submitted_letter() returns trigger language plpgsql as $$
begin
    if (new.letter_id, new.number, new.qualification_id, new.content, new.submitted_at)
        is not distinct from (old.letter_id, old.number, old.qualification_id, old.content, old.submitted_at)
        and ((new.authorised_party, new.evaluation) is not distinct from (old.authorised_party, old.evaluation)
            or (new.authorised_party is null
                and exists (select from account_erasure e where e.account_id = old.account_id))
            or (new.evaluation is not distinct from old.evaluation
                and current_setting('zizhi.encrypts_again', true) = 'on')) then
        return new;
    end if;
    raise exception 'work order % was submitted and is never changed', old.work_order;
end
$$;
