package io.zizhi.platform.privacy.encryption.jobs;

import io.zizhi.platform.privacy.encryption.BlindHash;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table with encrypted columns. Each service produces one bean for each of its tables, so that work on keys finds all
 * encrypted values. The row of their {@code FieldAddress} is the key's columns, joined by a slash.
 *
 * @param table the table
 * @param key the columns of a unique key with an index
 * @param account SQL expression of the account of a row of the table, which has the alias {@code t}
 * @param columns the encrypted columns
 * @param parent the rows that name the accounts; null if the table does
 * @param hashes the keyed hashes that are stored in the table; null if there are none
 */
public record EncryptedTable(
        String table,
        List<Key> key,
        String account,
        List<String> columns,
        @Nullable Parent parent,
        @Nullable Hashes hashes) {

    /**
     * A column of the key.
     *
     * @param column the column
     * @param type its SQL type
     */
    public record Key(String column, String type) {}

    /**
     * The table whose rows name the accounts, in its column {@code account_id}. It has an index on account and key.
     *
     * @param table the table
     * @param key its key, a {@code bigint}
     * @param column the column that refers to it, in which the table has an index
     */
    public record Parent(String table, String key, String column) {}

    /**
     * Keyed hashes of an encrypted value.
     *
     * @param source the encrypted column
     * @param columns the columns of the hashes
     * @param compute returns the hashes of a decrypted value by their column; leaves out those that it does not have
     * @param needed SQL condition under which the hashes of a row without the value are still searched for. The key
     *     cannot be replaced while there are such rows
     */
    public record Hashes(
            String source, List<String> columns, Function<String, Map<String, BlindHash>> compute, String needed) {}

    private static final String ACCOUNT_COLUMN = "t.account_id";

    /** Starts the description of a table with a key of one column, whose account is in {@code account_id}. */
    public static EncryptedTable of(String table, String keyColumn, String keyType, String... columns) {
        return new EncryptedTable(
                table, List.of(new Key(keyColumn, keyType)), ACCOUNT_COLUMN, List.of(columns), null, null);
    }

    /** Adds a column to the key. */
    public EncryptedTable andKey(String keyColumn, String keyType) {
        List<Key> longer = Stream.concat(key.stream(), Stream.of(new Key(keyColumn, keyType)))
                .toList();
        return new EncryptedTable(table, longer, account, columns, parent, hashes);
    }

    /** Sets the account of all rows. */
    public EncryptedTable ofAccount(String accountId) {
        return new EncryptedTable(table, key, "'" + accountId + "'", columns, parent, hashes);
    }

    /** Sets the table whose rows name the accounts; see {@link Parent}. */
    public EncryptedTable below(String parentTable, String parentKey, String column) {
        String expression =
                "(select p.account_id from %s p where p.%s = t.%s)".formatted(parentTable, parentKey, column);
        return new EncryptedTable(table, key, expression, columns, new Parent(parentTable, parentKey, column), hashes);
    }

    /** Adds the keyed hash of an encrypted column. */
    public EncryptedTable hashed(String source, String column, Function<String, BlindHash> compute) {
        return hashed(source, List.of(column), plain -> Map.of(column, compute.apply(plain)));
    }

    /** Adds the keyed hashes of an encrypted column; see {@link Hashes}. */
    public EncryptedTable hashed(
            String source, List<String> hashColumns, Function<String, Map<String, BlindHash>> compute) {
        return hashed(source, hashColumns, compute, "false");
    }

    /** Adds the keyed hashes of an encrypted column, which rows of earlier releases may lack; see {@link Hashes}. */
    public EncryptedTable hashed(
            String source, List<String> hashColumns, Function<String, Map<String, BlindHash>> compute, String needed) {
        return new EncryptedTable(
                table, key, account, columns, parent, new Hashes(source, List.copyOf(hashColumns), compute, needed));
    }

    boolean hasAccountColumn() {
        return account.equals(ACCOUNT_COLUMN);
    }

    /** Returns the key's columns, each as {@code form} writes it, separated by commas. */
    String keys(Function<Key, String> form) {
        return key.stream().map(form).collect(Collectors.joining(", "));
    }
}
