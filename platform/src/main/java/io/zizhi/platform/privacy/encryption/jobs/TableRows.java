package io.zizhi.platform.privacy.encryption.jobs;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and changes the rows of a table batch by batch, in the order of its key. */
final class TableRows {

    private static final String SEPARATOR = "\n";
    private static final String PARENT = "key_of_parent";

    /** A value to replace. Changes nothing if the value has changed meanwhile. Binary ones are in hexadecimal. */
    record Changed(List<String> key, String before, String after) {}

    private TableRows() {}

    /**
     * Returns the rows after a position, with their key, their account and the given columns.
     *
     * @param columns SQL expressions with their names
     * @param position of the last row before; empty at the start
     * @param accountId only rows of this account; null: of all accounts
     */
    static Uni<List<Row>> next(
            EncryptedTable table, List<String> columns, String position, @Nullable String accountId, int limit) {
        return query(table, columns, position, accountId, limit).rows();
    }

    static NativeQuery query(
            EncryptedTable table, List<String> columns, String position, @Nullable String accountId, int limit) {
        List<String> after = position.isEmpty() ? List.of() : Arrays.asList(position.split(SEPARATOR, -1));
        EncryptedTable.Parent parent = table.parent();
        if (accountId != null && parent != null) {
            return below(table, parent, columns, after, accountId, limit);
        }
        String selected =
                "select " + String.join(", ", selected(table, columns)) + ", " + table.account() + " as account from ";
        NativeQuery query = accountId != null && table.hasAccountColumn()
                ? new NativeQuery(ofAccount(table) + selected + "t").with("account", accountId)
                : new NativeQuery(selected + table.table() + " t")
                        .where(table.account() + " = :account", "account", accountId)
                        .where(table.account() + " is not null");
        if (!after.isEmpty()) {
            query.where("(" + table.keys(key -> "t." + key.column()) + ") > (" + parameters(table, 0) + ")");
        }
        return with(after, query.then("order by " + table.keys(key -> "t." + key.column()) + " limit " + limit));
    }

    /**
     * Walks the rows of the account in the parent, and their children one after the other. Both use an index, so a batch
     * reads no rows of other accounts. Without {@code offset 0}, the planner may walk the whole table instead.
     */
    private static NativeQuery below(
            EncryptedTable table,
            EncryptedTable.Parent parent,
            List<String> columns,
            List<String> after,
            String accountId,
            int limit) {
        String last = "cast(cast(:after0 as text) as bigint)";
        String sql = """
                select cast(p.%2$s as text) as %3$s, %4$s, p.account_id as account
                from (
                    select %2$s, account_id from %1$s where account_id = :account%5$s order by %2$s offset 0
                ) p cross join lateral (
                    select %8$s from %6$s c where c.%7$s = p.%2$s offset 0
                ) t
                """.formatted(
                        parent.table(),
                        parent.key(),
                        PARENT,
                        String.join(", ", selected(table, columns)),
                        after.isEmpty() ? "" : " and " + parent.key() + " >= " + last,
                        table.table(),
                        parent.column(),
                        columns(table, Stream.empty()));
        String keys = "p." + parent.key() + ", " + table.keys(key -> "t." + key.column());
        NativeQuery query = new NativeQuery(sql).with("account", accountId);
        if (!after.isEmpty()) {
            query.where("(" + keys + ") > (" + last + ", " + parameters(table, 1) + ")");
        }
        return with(after, query.then("order by " + keys + " limit " + limit));
    }

    private static List<String> selected(EncryptedTable table, List<String> columns) {
        Stream<String> keys =
                table.key().stream().map(key -> "cast(t." + key.column() + " as text) as key_" + key.column());
        return Stream.concat(keys, columns.stream()).toList();
    }

    private static String parameters(EncryptedTable table, int first) {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < table.key().size(); i++) {
            parameters.add("cast(cast(:after" + (first + i) + " as text) as "
                    + table.key().get(i).type() + ")");
        }
        return String.join(", ", parameters);
    }

    private static NativeQuery with(List<String> after, NativeQuery query) {
        for (int i = 0; i < after.size(); i++) {
            query.with("after" + i, after.get(i));
        }
        return query;
    }

    /** Finds the rows of the account first. Otherwise the planner may walk the primary key of the whole table. */
    private static String ofAccount(EncryptedTable table) {
        return "with t as materialized (select " + columns(table, Stream.of("account_id")) + " from " + table.table()
                + " where account_id = :account) ";
    }

    /** Returns the columns of key and values, and others. */
    private static String columns(EncryptedTable table, Stream<String> others) {
        Stream<String> keys = table.key().stream().map(EncryptedTable.Key::column);
        return Stream.concat(Stream.concat(keys, table.columns().stream()), others)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Returns the values of the row's key. */
    static List<String> keyOf(EncryptedTable table, Row row) {
        return table.key().stream().map(key -> row.text("key_" + key.column())).toList();
    }

    /** Returns the position after the row, for the next batch of the same walk. */
    static String positionOf(EncryptedTable table, Row row, @Nullable String accountId) {
        Stream<String> parent =
                accountId != null && table.parent() != null ? Optional.of(row.text(PARENT)).stream() : Stream.empty();
        return String.join(
                SEPARATOR, Stream.concat(parent, keyOf(table, row).stream()).toList());
    }

    /** Replaces values of one column. */
    static Uni<Integer> update(EncryptedTable table, String column, List<Changed> changes, boolean binary) {
        List<String> arrays = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < table.key().size(); i++) {
            EncryptedTable.Key key = table.key().get(i);
            arrays.add("cast(:key" + i + " as text[])");
            conditions.add("t." + key.column() + " = cast(n.key_" + key.column() + " as " + key.type() + ")");
        }
        String form = binary ? "decode(n.%s, 'hex')" : "n.%s";
        NativeQuery query = new NativeQuery("update " + table.table() + " t set " + column + " = "
                        + form.formatted("after") + " from unnest(" + String.join(", ", arrays)
                        + ", cast(:before as text[]), cast(:after as text[])) as n("
                        + table.keys(key -> "key_" + key.column()) + ", before, after)")
                .where(String.join(" and ", conditions))
                .where("t." + column + " = " + form.formatted("before"))
                .with("before", changes.stream().map(Changed::before).toArray(String[]::new))
                .with("after", changes.stream().map(Changed::after).toArray(String[]::new));
        for (int i = 0; i < table.key().size(); i++) {
            int part = i;
            query.with(
                    "key" + i,
                    changes.stream().map(each -> each.key().get(part)).toArray(String[]::new));
        }
        return query.execute();
    }
}
