package io.zizhi.platform.privacy.encryption.jobs;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.NewestCipher;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedRows.Walked;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable.Hashes;
import io.zizhi.platform.privacy.encryption.jobs.TableRows.Changed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Computes the keyed hashes of a batch of rows again from their encrypted values. Runs in the caller's transaction. */
@ApplicationScoped
class HashedRows {

    static final int COUNTED = 1000;

    private static final Logger LOG = Logger.getLogger(HashedRows.class);

    private final BatchCiphers ciphers;

    HashedRows(BatchCiphers ciphers) {
        this.ciphers = ciphers;
    }

    /**
     * Computes the hashes of the next rows. Counts hashes that cannot be computed as unreadable. Hashes of erased
     * accounts are left to the erasure.
     *
     * @param position of the last row of the batch before; empty at the start
     */
    Uni<Walked> hashAgain(EncryptedTable table, String position, int limit) {
        Hashes hashes = Objects.requireNonNull(table.hashes());
        List<String> columns = Stream.concat(
                        Stream.of(
                                "encode(t." + hashes.source() + ", 'hex') as source",
                                "(" + hashes.needed() + ") as needed"),
                        hashes.columns().stream().map(column -> "t." + column + " as " + column))
                .toList();
        return TableRows.next(table, columns, position, null, limit)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(new Walked("", 0, 0, 0))
                        : ciphers.of(rows).chain(found -> hashAgain(table, hashes, rows, found)));
    }

    /** Returns how many rows have hashes that are searched for, but not their value. Counts to {@link #COUNTED}. */
    Uni<Long> withoutValue(EncryptedTable table) {
        Hashes hashes = Objects.requireNonNull(table.hashes());
        return new NativeQuery("select count(*) from (select from " + table.table() + " t")
                .where("t." + hashes.source() + " is null")
                .where("num_nonnulls(" + String.join(", ", hashes.columns()) + ") > 0")
                .where("(" + hashes.needed() + ")")
                .then("limit " + COUNTED + ") found")
                .single(Long.class);
    }

    private static Uni<Walked> hashAgain(
            EncryptedTable table, Hashes hashes, List<Row> rows, Map<String, NewestCipher> ciphers) {
        int unreadable = 0;
        Map<String, List<Changed>> changes = new HashMap<>();
        for (Row row : rows) {
            if (hashes.columns().stream().allMatch(column -> row.textOrNull(column) == null)) {
                continue;
            }
            NewestCipher cipher = ciphers.get(row.text("account"));
            String source = row.textOrNull("source");
            if (source == null) {
                unreadable += row.flag("needed") ? 1 : 0;
            } else if (cipher == null) {
                unreadable++;
            } else if (!cipher.isDestroyed()) {
                try {
                    collect(table, hashes, row, cipher, source, changes);
                } catch (IllegalStateException failure) {
                    LOG.warn(failure.getMessage());
                    unreadable++;
                }
            }
        }
        int changed = changes.values().stream().mapToInt(List::size).sum();
        Walked walked = new Walked(TableRows.positionOf(table, rows.getLast(), null), rows.size(), changed, unreadable);
        return Multi.createFrom()
                .iterable(changes.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        change -> TableRows.update(table, change.getKey(), change.getValue(), false))
                .collect()
                .last()
                .replaceWith(walked);
    }

    /** @throws IllegalStateException if no key decrypts the value */
    private static void collect(
            EncryptedTable table,
            Hashes hashes,
            Row row,
            NewestCipher cipher,
            String source,
            Map<String, List<Changed>> changes) {
        List<String> key = TableRows.keyOf(table, row);
        FieldAddress address = new FieldAddress(table.table(), hashes.source(), String.join("/", key));
        String plain = cipher.fields().decrypt(HexFormat.of().parseHex(source), address);
        hashes.compute().apply(plain).forEach((column, hash) -> {
            String before = row.textOrNull(column);
            if (before != null && !before.equals(hash.stored())) {
                changes.computeIfAbsent(column, ignored -> new ArrayList<>())
                        .add(new Changed(key, before, hash.stored()));
            }
        });
    }
}
