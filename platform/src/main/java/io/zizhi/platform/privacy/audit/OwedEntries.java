package io.zizhi.platform.privacy.audit;

import io.zizhi.platform.database.OwedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The audit entries that a transaction has appended, in their order. */
final class OwedEntries implements OwedRows {

    /** Inserts by account, so that transactions meet at the accounts' rows in one order. */
    private static final String INSERT = """
            audited as (
                insert into audit_entry(actor, role, account_id, action, object_type, object_id, reason, fields,
                    recipient)
                select actor, role, account_id, action, object_type, object_id, reason, string_to_array(fields, ','),
                    recipient
                from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                    cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                    with ordinality as e(actor, role, account_id, action, object_type, object_id, reason, fields,
                        recipient, position)
                order by account_id, position
                returning 1)""";

    private final List<AuditEntry> entries = new ArrayList<>();

    void add(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public Place place() {
        return Place.AUDIT;
    }

    @Override
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public String queries() {
        return INSERT;
    }

    @Override
    public List<Object> parameters() {
        return List.of(
                texts(AuditEntry::actor),
                texts(AuditEntry::role),
                texts(AuditEntry::accountId),
                texts(AuditEntry::action),
                texts(AuditEntry::objectType),
                texts(AuditEntry::objectId),
                texts(AuditEntry::reason),
                texts(entry -> String.join(",", entry.fields())),
                texts(AuditEntry::recipient));
    }

    private @Nullable String[] texts(Function<AuditEntry, @Nullable String> text) {
        return entries.stream().map(text).toArray(String[]::new);
    }

    @Override
    public String result() {
        return "(select count(*) from audited)";
    }

    @Override
    public void written(long result) {
        OwedRows.requireAll(result, entries.size());
    }
}
