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
     * Fetches and decrypts. All bytes are authenticated before the first one is handed out.
     *
     * @param size the size before encryption, from the row
     */
    Uni<byte[]> get(String key, int size);

    /** Removes the object; one that does not exist is no error. */
    Uni<Void> remove(String key);

    /** The next objects in the order of their keys, at most a thousand. */
    Uni<ObjectPage> list(String prefix, String afterKey);
}
