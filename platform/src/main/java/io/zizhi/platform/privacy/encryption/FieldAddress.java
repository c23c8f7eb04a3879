package io.zizhi.platform.privacy.encryption;

/**
 * Where an encrypted field stands. It is bound to the ciphertext, so that a value copied to another row or column
 * cannot be read there.
 *
 * @param table table
 * @param column column
 * @param row primary key, as text
 */
public record FieldAddress(String table, String column, String row) {}
