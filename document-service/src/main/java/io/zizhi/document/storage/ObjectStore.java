package io.zizhi.document.storage;

import io.smallrye.mutiny.Uni;

/**
 * Where the bytes of documents lie, encrypted. Each call is remote: never inside a transaction. When the store does not
 * answer, the call fails with the problem {@code STORAGE_UNAVAILABLE}.
 */
public interface ObjectStore {

    /** Encrypts and stores; the bytes cannot be read back under another key. */
    Uni<Void> put(String key, byte[] bytes);

    /**
     * Fetches and decrypts. All bytes are authenticated before the first one is handed out. Fails with {@code
     * DOCUMENT_DAMAGED} or {@code DOCUMENT_LOST} where the store has other bytes or none.
     *
     * @param size the size before encryption, from the row
     */
    Uni<Pieces> get(String key, int size);

    /** Asks for this one object. Fails with {@link StoreErrorException} when the store cannot read it. */
    Uni<Boolean> exists(String key);

    /**
     * Removes the object; one that does not exist is no error. Fails with {@link StoreErrorException} when the store cannot
     * remove it.
     */
    Uni<Void> remove(String key);

    /**
     * The next objects in the order of their keys, at most a thousand. Fails with {@link StoreErrorException} when the store
     * cannot list the prefix. A listing is no proof: servers on a file system leave out objects while others are written or
     * removed.
     */
    Uni<ObjectPage> list(String prefix, String afterKey);
}
