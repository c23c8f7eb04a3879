package io.zizhi.platform.privacy.encryption.jobs;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.privacy.encryption.AccountKeys;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.NewestCipher;
import io.zizhi.platform.privacy.encryption.UnusableKeysException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Encrypts a batch of rows again with the newest keys of their accounts. Runs in the caller's transaction. */
@ApplicationScoped
class EncryptedRows {

    private static final Logger LOG = Logger.getLogger(EncryptedRows.class);
    private static final HexFormat HEX = HexFormat.of();
    private static final String SEPARATOR = "\n";

    /** Tables whose rows are frozen allow this change while the setting is on. */
    private static final String ALLOW = "select set_config('zizhi.encrypts_again', 'on', true)";

    /**
     * Result of a batch.
     *
     * @param position key of the last row; empty if none was left
     */
    record Walked(String position, int processed, int changed, int unreadable) {}

    /** A value that was encrypted again. Changes nothing if the value has changed meanwhile. */
    private record Changed(List<String> key, String before, String after) {}

    private final AccountKeys keys;

    EncryptedRows(AccountKeys keys) {
        this.keys = keys;
    }

    /**
     * Encrypts the next rows.
     *
     * @param position key of the last row of the batch before; empty at the start
     * @param accountId only rows of this account; null: of all accounts
     */
    Uni<Walked> encryptAgain(EncryptedTable table, String position, @Nullable String accountId, int limit) {
        return select(table, position, accountId, limit)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(new Walked("", 0, 0, 0))
                        : ciphers(rows).chain(ciphers -> encryptAgain(table, rows, ciphers)));
    }

    private static Uni<List<Row>> select(EncryptedTable table, String position, @Nullable String accountId, int limit) {
        List<String> columns = new ArrayList<>();
        for (EncryptedTable.Key key : table.key()) {
            columns.add("cast(t." + key.column() + " as text) as key_" + key.column());
        }
        table.columns().forEach(column -> columns.add("encode(t." + column + ", 'hex') as " + column));
        String selected = "select " + String.join(", ", columns) + ", " + table.account() + " as account from ";
        NativeQuery query = accountId != null && table.hasAccountColumn()
                ? new NativeQuery(ofAccount(table) + selected + "t").with("account", accountId)
                : new NativeQuery(selected + table.table() + " t")
                        .where(table.account() + " = :account", "account", accountId)
                        .where(table.account() + " is not null");
        if (!position.isEmpty()) {
            List<String> last = Arrays.asList(position.split(SEPARATOR, -1));
            List<String> after = new ArrayList<>();
            for (int i = 0; i < last.size(); i++) {
                after.add("cast(cast(:after" + i + " as text) as "
                        + table.key().get(i).type() + ")");
                query.with("after" + i, last.get(i));
            }
            query.where("(" + table.keys(key -> "t." + key.column()) + ") > (" + String.join(", ", after) + ")");
        }
        return query.then("order by " + table.keys(key -> "t." + key.column()) + " limit " + limit)
                .rows();
    }

    /** Finds the rows of the account first. Otherwise the planner may walk the primary key of the whole table. */
    private static String ofAccount(EncryptedTable table) {
        return "with t as materialized (select account_id, " + table.keys(EncryptedTable.Key::column) + ", "
                + String.join(", ", table.columns()) + " from " + table.table() + " where account_id = :account) ";
    }

    /** Reads the keys of all accounts of the rows from the database. Leaves out accounts whose keys are damaged. */
    private Uni<Map<String, NewestCipher>> ciphers(List<Row> rows) {
        List<String> accounts =
                rows.stream().map(row -> row.text("account")).distinct().toList();
        return Multi.createFrom()
                .iterable(accounts)
                .onItem()
                .transformToUniAndConcatenate(this::cipher)
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Uni<Optional<Map.Entry<String, NewestCipher>>> cipher(String account) {
        return keys.newest(account)
                .map(cipher -> Optional.of(Map.entry(account, cipher)))
                .onFailure(UnusableKeysException.class)
                .recoverWithItem(failure -> {
                    LOG.warn(failure.getMessage());
                    return Optional.empty();
                });
    }

    private Uni<Walked> encryptAgain(EncryptedTable table, List<Row> rows, Map<String, NewestCipher> ciphers) {
        String last = String.join(SEPARATOR, keyOf(table, rows.getLast()));
        int unreadable = 0;
        Map<String, List<Changed>> changes = new HashMap<>();
        for (Row row : rows) {
            NewestCipher cipher = ciphers.get(row.text("account"));
            if (cipher == null) {
                unreadable += values(table, row);
                continue;
            }
            for (String column : table.columns()) {
                try {
                    changed(table, column, row, cipher)
                            .ifPresent(change -> changes.computeIfAbsent(column, ignored -> new ArrayList<>())
                                    .add(change));
                } catch (IllegalStateException failure) {
                    LOG.warn(failure.getMessage());
                    unreadable++;
                }
            }
        }
        int changed = changes.values().stream().mapToInt(List::size).sum();
        Walked walked = new Walked(last, rows.size(), changed, unreadable);
        return changed == 0
                ? Uni.createFrom().item(walked)
                : new NativeQuery(ALLOW)
                        .rows()
                        .chain(() -> Multi.createFrom()
                                .iterable(changes.entrySet())
                                .onItem()
                                .transformToUniAndConcatenate(
                                        change -> update(table, change.getKey(), change.getValue()))
                                .collect()
                                .last())
                        .replaceWith(walked);
    }

    private static int values(EncryptedTable table, Row row) {
        return Math.toIntExact(table.columns().stream()
                .filter(column -> row.textOrNull(column) != null)
                .count());
    }

    /** @throws IllegalStateException if no key decrypts the value */
    private static Optional<Changed> changed(EncryptedTable table, String column, Row row, NewestCipher cipher) {
        String before = row.textOrNull(column);
        if (before == null || cipher.isDestroyed() || cipher.isNewest(before)) {
            return Optional.empty();
        }
        List<String> key = keyOf(table, row);
        FieldAddress address = new FieldAddress(table.table(), column, String.join("/", key));
        byte[] after = cipher.fields().encrypt(cipher.fields().decrypt(HEX.parseHex(before), address), address);
        return Optional.of(new Changed(key, before, HEX.formatHex(after)));
    }

    private static List<String> keyOf(EncryptedTable table, Row row) {
        return table.key().stream().map(key -> row.text("key_" + key.column())).toList();
    }

    private static Uni<Integer> update(EncryptedTable table, String column, List<Changed> changes) {
        List<String> arrays = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < table.key().size(); i++) {
            EncryptedTable.Key key = table.key().get(i);
            arrays.add("cast(:key" + i + " as text[])");
            conditions.add("t." + key.column() + " = cast(n.key_" + key.column() + " as " + key.type() + ")");
        }
        NativeQuery query = new NativeQuery("update " + table.table() + " t set " + column
                        + " = decode(n.after, 'hex') from unnest(" + String.join(", ", arrays)
                        + ", cast(:before as text[]), cast(:after as text[])) as n("
                        + table.keys(key -> "key_" + key.column()) + ", before, after)")
                .where(String.join(" and ", conditions))
                .where("t." + column + " = decode(n.before, 'hex')")
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
