-- What lists show, find and sort by stands in the row of the qualification itself, so that no list opens revisions to
-- choose from them. Company and type of owner are those of the revision shown; the end is the first one among the
-- certificate and the id documents of the revision in force, or of the one shown while none is.
alter table qualification
    add column owner_type   text,
    add column company_name text,
    add column expires_on   date;

update qualification q
set owner_type = shown.content ->> 'ownerType',
    company_name = shown.content -> 'company' ->> 'name',
    expires_on = (
        select least(
            (r.content #>> '{company,certificate,validTo}')::date,
            (r.content #>> '{legalPerson,validTo}')::date,
            (r.content #>> '{administrator,validTo}')::date)
        from revision r where r.id = coalesce(q.in_force_revision, q.working_revision, q.current_revision))
from revision shown
where shown.id = coalesce(q.working_revision, q.current_revision);

alter table qualification
    alter column owner_type set not null,
    add check (owner_type in ('COMPANY', 'PUBLIC_INSTITUTION', 'PERSON'));

-- Equality of the legal person's name, which is encrypted. Filled whenever a working copy is; what was submitted before
-- stays without.
alter table revision add column legal_person_index text;
create index revision_by_legal_person on revision (legal_person_index) where legal_person_index is not null;

-- Parts of names. Trigrams (pg_trgm) know nothing of Chinese where the database has the locale C, and nowhere anything of
-- two characters, which is what people look for. So: every character and every pair of neighbours, hashed together with the
-- account, so that a search meets no other account's rows.
create function search_grams(account text, words text) returns bigint[]
    language sql immutable parallel safe cost 10000 as $$
    select array_agg(distinct hashtextextended(account || chr(31) || substr(lower(words), place, size), 0))
    from generate_series(1, char_length(words)) place, generate_series(1, 2) size
    where place + size - 1 <= char_length(words)
$$;

-- What must be among the grams of a text that has these words in it.
create function search_keys(account text, words text) returns bigint[]
    language sql immutable parallel safe as $$
    select array_agg(distinct hashtextextended(
        account || chr(31) || substr(lower(words), place, least(char_length(words), 2)), 0))
    from generate_series(1, greatest(char_length(words) - 1, 1)) place
$$;

-- Without a condition, because the planner has no statistics of expressions behind one, and would take what all have for rare.
create index qualification_by_words on qualification
    using gin (search_grams(account_id, name), search_grams(account_id, company_name));

-- One index for each order. A list is read from each combination of purpose, owner and status that is asked for, and these
-- are merged, so that every filter on them costs the same, however rare what it lets through.
drop index qualification_by_account;
create index qualification_by_update on qualification
    (account_id, purpose, owner_type, status, updated_at, id) where deleted_at is null;
create index qualification_by_creation on qualification
    (account_id, purpose, owner_type, status, created_at, id) where deleted_at is null;
create index qualification_by_name on qualification
    (account_id, purpose, owner_type, status, name, id) where deleted_at is null;
create index qualification_by_expiry on qualification
    (account_id, purpose, owner_type, status, coalesce(expires_on, date 'infinity'), id) where deleted_at is null;
create index qualification_by_shown_revision on qualification ((coalesce(working_revision, current_revision)));

-- How many qualifications of an account stand where: the sum of these rows. Every change adds rows and locks none, so that
-- nobody waits for anybody; a background job folds them together.
create table qualification_tally (
    sequence   bigint generated always as identity primary key,
    account_id text    not null,
    status     text    not null,
    amount     bigint  not null,
    folded     boolean not null default false
);
create index qualification_tally_of_account on qualification_tally (account_id, status) include (amount);
create index qualification_tally_unfolded on qualification_tally (sequence) where not folded;

insert into qualification_tally(account_id, status, amount, folded)
select account_id, status, count(*), true from qualification where deleted_at is null group by account_id, status;

create function tally_qualification() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and old.deleted_at is null then
        insert into qualification_tally(account_id, status, amount) values (old.account_id, old.status, -1);
    end if;
    if tg_op <> 'DELETE' and new.deleted_at is null then
        insert into qualification_tally(account_id, status, amount) values (new.account_id, new.status, 1);
    end if;
    return null;
end
$$;

create trigger qualification_tallied after insert or delete on qualification
    for each row execute function tally_qualification();
create trigger qualification_tallied_anew after update on qualification for each row
    when ((old.status, old.deleted_at is null) is distinct from (new.status, new.deleted_at is null))
    execute function tally_qualification();
