package io.zizhi.platform.privacy.encryption.jobs;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table with encrypted columns. Each service produces one bean for each of its tables, so that work on keys finds all
 * encrypted values. The row of their {@code FieldAddress} is the key's columns, joined by a slash.
 *
 * @param table the table
 * @param key the columns of a unique key with an index
 * @param account SQL expression of the account of a row of the table, which has the alias {@code t}
 * @param columns the encrypted columns
 */
public record EncryptedTable(String table, List<Key> key, String account, List<String> columns) {

    /**
     * A column of the key.
     *
     * @param column the column
     * @param type its SQL type
     */
    public record Key(String column, String type) {}

    private static final String ACCOUNT_COLUMN = "t.account_id";

    /** Starts the description of a table with a key of one column, whose account is in {@code account_id}. */
    public static EncryptedTable of(String table, String keyColumn, String keyType, String... columns) {
        return new EncryptedTable(table, List.of(new Key(keyColumn, keyType)), ACCOUNT_COLUMN, List.of(columns));
    }

    /** Adds a column to the key. */
    public EncryptedTable andKey(String keyColumn, String keyType) {
        List<Key> longer = Stream.concat(key.stream(), Stream.of(new Key(keyColumn, keyType)))
                .toList();
        return new EncryptedTable(table, longer, account, columns);
    }

    /** Sets the SQL expression of the account. */
    public EncryptedTable ofAccount(String expression) {
        return new EncryptedTable(table, key, expression, columns);
    }

    boolean hasAccountColumn() {
        return account.equals(ACCOUNT_COLUMN);
    }

    /** Returns the key's columns, each as {@code form} writes it, separated by commas. */
    String keys(java.util.function.Function<Key, String> form) {
        return key.stream().map(form).collect(Collectors.joining(", "));
    }
}
