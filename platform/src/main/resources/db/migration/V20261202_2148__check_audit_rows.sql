-- Sets the time of an audit row, and checks what a row may hold. Whoever may insert audit rows could otherwise insert one
-- that no search, export or verification can read, and rows are never removed.
--
-- Rows that are there already stay as they are, so constraints of the table could not check this.
set local lock_timeout = '5s';

create or replace function chain_audit_row() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp as $$
declare
    first constant bytea := decode(repeat('00', 32), 'hex');
    of_chain constant text := coalesce(new.account_id, 'system');
    form bytea;
    name text;
begin
    if array_ndims(new.fields) > 1 or cardinality(new.fields) > 1000 then
        raise exception 'fields of an audit row must be a list of at most 1000 names' using errcode = 'check_violation';
    end if;
    loop
        select sequence + 1, hash into new.chain_sequence, new.previous_hash
        from audit_head where chain = of_chain for update;
        exit when found;
        insert into audit_head(chain, sequence, hash) values (of_chain, 0, first) on conflict (chain) do nothing;
    end loop;
    new.at := clock_timestamp();
    form := audit_field('zizhi-audit-1') || int8send(new.chain_sequence) || new.previous_hash
        || int8send(new.sequence) || timestamptz_send(new.at)
        || audit_field(new.actor) || audit_field(new.role) || audit_field(new.account_id)
        || audit_field(new.action) || audit_field(new.object_type) || audit_field(new.object_id)
        || audit_field(new.reason) || audit_field(new.recipient) || int4send(cardinality(new.fields));
    foreach name in array new.fields loop
        form := form || audit_field(name);
    end loop;
    if octet_length(form) > 16384 then
        raise exception 'an audit row must not be longer than 16384 bytes' using errcode = 'check_violation';
    end if;
    new.hash := sha256(form);
    update audit_head set sequence = new.chain_sequence, hash = new.hash, anchored_in = null where chain = of_chain;
    return new;
end
$$;
