-- A restored database would give numbers again that it had given after the backup: those of qualifications and work orders,
-- which people were told and other services know. So a restore skips a million numbers of each kind, which is more than a
-- service gives between two backups. Told twice, it skips them once.
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
    end if;
    select epoch into raised from producer_epoch;
    return raised;
end
$$;
