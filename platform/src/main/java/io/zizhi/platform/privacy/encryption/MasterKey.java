package io.zizhi.platform.privacy.encryption;

import io.smallrye.mutiny.Uni;

/**
 * The key that encrypts the service keys. It has versions and is outside the database, so that a copy of the database
 * alone decrypts nothing. Calls may be remote: never call it inside a transaction.
 */
public interface MasterKey {

    /**
     * A key that the master key encrypted.
     *
     * @param text the encrypted key, in the form of the implementation
     * @param version the version of the master key that encrypted it
     */
    record Wrapped(String text, String version) {}

    /**
     * Encrypts a key with the newest version.
     *
     * @param context what the key is for; {@link #unwrap} needs the same
     */
    Uni<Wrapped> wrap(byte[] key, String context);

    /** Decrypts a key. Fails if its version was destroyed, or if it was encrypted for another context. */
    Uni<byte[]> unwrap(String wrapped, String context);
}
