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

    /** Returns the newest version, which encrypts. */
    Uni<String> newestVersion();

    /** Returns whether keys that {@code other} encrypted become unusable when {@code version} is destroyed. */
    boolean isDestroyedWith(String version, String other);

    /** Returns false if there is surely no such version. */
    default Uni<Boolean> mayExist(String version) {
        return Uni.createFrom().item(true);
    }

    /**
     * Destroys a version for good. Fails with 409 if it cannot do that itself.
     *
     * @return false if there is no such version, for example because it was destroyed before
     */
    Uni<Boolean> destroy(String version);

    /** Decrypts a key. Fails if its version was destroyed, or if it was encrypted for another context. */
    Uni<byte[]> unwrap(String wrapped, String context);
}
