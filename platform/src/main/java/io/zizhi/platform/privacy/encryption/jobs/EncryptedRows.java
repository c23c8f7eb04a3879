package io.zizhi.platform.privacy.encryption.jobs;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.NewestCipher;
import io.zizhi.platform.privacy.encryption.jobs.TableRows.Changed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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

    /** Tables whose rows are frozen allow this change while the setting is on. */
    private static final String ALLOW = "select set_config('zizhi.encrypts_again', 'on', true)";

    /**
     * Result of a batch.
     *
     * @param position of the last row; empty if none was left
     */
    record Walked(String position, int processed, int changed, int unreadable) {}

    private final BatchCiphers ciphers;

    EncryptedRows(BatchCiphers ciphers) {
        this.ciphers = ciphers;
    }

    /**
     * Encrypts the next rows.
     *
     * @param position of the last row of the batch before; empty at the start
     * @param accountId only rows of this account; null: of all accounts
     */
    Uni<Walked> encryptAgain(EncryptedTable table, String position, @Nullable String accountId, int limit) {
        List<String> columns = table.columns().stream()
                .map(column -> "encode(t." + column + ", 'hex') as " + column)
                .toList();
        return TableRows.next(table, columns, position, accountId, limit)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(new Walked("", 0, 0, 0))
                        : ciphers.of(rows)
                                .chain(found -> encryptAgain(
                                        table, rows, found, TableRows.positionOf(table, rows.getLast(), accountId))));
    }

    private static Uni<Walked> encryptAgain(
            EncryptedTable table, List<Row> rows, Map<String, NewestCipher> ciphers, String last) {
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
                                        change -> TableRows.update(table, change.getKey(), change.getValue(), true))
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
        List<String> key = TableRows.keyOf(table, row);
        FieldAddress address = new FieldAddress(table.table(), column, String.join("/", key));
        byte[] after = cipher.fields().encrypt(cipher.fields().decrypt(HEX.parseHex(before), address), address);
        return Optional.of(new Changed(key, before, HEX.formatHex(after)));
    }
}
