-- Chains the audit rows of each account by hashes, and the rows without an account in the chain 'system'
-- (docs/adr/0024-audit-chains.md). A trigger does it, so rows of older replicas are chained as well.

-- The exclusive lock lasts a moment, but requests queue behind it while it waits for its lock. The indexes come in a
-- migration of their own, so that reads do not wait for them.
set local lock_timeout = '5s';

-- The last row of each chain. Whoever writes an audit row locks the head of its chain until the transaction ends.
create table audit_head (
    chain       text   primary key,
    sequence    bigint not null,
    hash        bytea  not null,
    -- The anchor with this head; null while no anchor has it.
    anchored_in bigint
) with (fillfactor = 70);

create index audit_head_by_anchor on audit_head (anchored_in, chain);

-- The last anchor of this service. Anchors are outside the database; the number reveals that they were rolled back.
create table audit_anchor (
    only_one     boolean     primary key default true check (only_one),
    number       bigint      not null default 0,
    -- When the next anchor is due. The replica that moves the instant writes it.
    next_at      timestamptz not null default clock_timestamp(),
    -- The anchor with the digest of the rows without a chain; null until it is written.
    unchained_in bigint
);

insert into audit_anchor default values;

-- Null in rows that are older than this migration.
alter table audit_entry
    add column chain_sequence bigint,
    add column previous_hash bytea,
    add column hash bytea;

-- A text in the hashed form of a row: its length in bytes and its bytes in UTF-8; the length -1 for null. Stable as
-- convert_to is: only then PostgreSQL inlines the calls, which makes an insert three times as fast.
create function audit_field(value text) returns bytea language sql stable parallel safe as $$
    select coalesce(int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8'), int4send(-1))
$$;

-- Computes the hash of a row over all its columns. Lengths precede all texts, so different rows never have the same form.
-- Times are microseconds since 2000. The class ChainedRow computes the same hash.
--
-- Runs with the rights of the tables' owner: the role of a service may insert audit rows and only read heads.
create function chain_audit_row() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp as $$
declare
    first constant bytea := decode(repeat('00', 32), 'hex');
    of_chain constant text := coalesce(new.account_id, 'system');
    form bytea;
    name text;
begin
    loop
        select sequence + 1, hash into new.chain_sequence, new.previous_hash
        from audit_head where chain = of_chain for update;
        exit when found;
        insert into audit_head(chain, sequence, hash) values (of_chain, 0, first) on conflict (chain) do nothing;
    end loop;
    form := audit_field('zizhi-audit-1') || int8send(new.chain_sequence) || new.previous_hash
        || int8send(new.sequence) || timestamptz_send(new.at)
        || audit_field(new.actor) || audit_field(new.role) || audit_field(new.account_id)
        || audit_field(new.action) || audit_field(new.object_type) || audit_field(new.object_id)
        || audit_field(new.reason) || audit_field(new.recipient) || int4send(cardinality(new.fields));
    foreach name in array new.fields loop
        form := form || audit_field(name);
    end loop;
    new.hash := sha256(form);
    update audit_head set sequence = new.chain_sequence, hash = new.hash, anchored_in = null where chain = of_chain;
    return new;
end
$$;

create trigger audit_chained before insert on audit_entry for each row execute function chain_audit_row();

-- A role that does not own the tables reads and inserts audit rows and records where a head is anchored, no more.
do $$
declare
    other text;
begin
    for other in
        select distinct pg_get_userbyid(granted.grantee)
        from pg_class c, aclexplode(c.relacl) granted
        where c.oid = 'audit_entry'::regclass and granted.grantee not in (c.relowner, 0)
    loop
        execute format('revoke all on audit_entry, audit_head, audit_anchor from %I', other);
        execute format('grant select, insert on audit_entry to %I', other);
        execute format('grant select, update (anchored_in) on audit_head to %I', other);
        execute format('grant select, update on audit_anchor to %I', other);
    end loop;
end
$$;

-- As before, and the next anchors hold all heads of the restored database.
create or replace function producer_restored(restored_at timestamptz) returns bigint language plpgsql as $$
declare
    given  bigint := cast(extract(epoch from restored_at) as bigint);
    raised bigint;
begin
    if restored_at > clock_timestamp() then
        raise exception 'restored_at must not be in the future: %', restored_at;
    end if;
    update producer_epoch set epoch = given where epoch < given;
    if found then
        perform setval(
            cast(format('%I.%I', schemaname, sequencename) as regclass),
            coalesce(last_value, start_value) + 1000000)
        from pg_sequences
        where schemaname = current_schema() and data_type = cast('bigint' as regtype);
        update audit_head set anchored_in = null;
    end if;
    select epoch into raised from producer_epoch;
    return raised;
end
$$;
