package io.zizhi.platform.privacy.encryption;

/**
 * The location of an encrypted field. The ciphertext is bound to it, so a value copied to another row or column cannot
 * be decrypted there.
 *
 * @param table table
 * @param column column
 * @param row primary key, as text
 */
public record FieldAddress(String table, String column, String row) {}
