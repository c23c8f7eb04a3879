package io.zizhi.document.storage.objects;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.NewestCipher;

/**
 * Stores the encrypted bytes of documents. Each call is remote: never call it inside a transaction. Calls fail with the
 * problem {@code STORAGE_UNAVAILABLE} if the store does not answer.
 */
public interface ObjectStore {

    /**
     * Encrypts and stores the bytes. They can only be decrypted for the same account, under the same key. Fails with
     * {@code ACCOUNT_ERASED} if the keys of the account were destroyed.
     */
    Uni<Void> put(String accountId, String key, byte[] bytes);

    /**
     * Fetches and decrypts an object. All bytes are authenticated before the first is returned. Fails with
     * {@code DOCUMENT_DAMAGED} if the stored bytes have changed, and with {@code DOCUMENT_LOST} if the object is
     * missing, and with {@code ACCOUNT_ERASED} if the keys of the account were destroyed.
     *
     * @param size size before encryption, from the row
     */
    Uni<Pieces> get(String accountId, String key, int size);

    /**
     * Encrypts an object with the newest key of its account. Returns false if that key encrypts it already, or if it is
     * missing. Fails with {@code DOCUMENT_DAMAGED} if no key decrypts it.
     *
     * @param size size before encryption, from the row
     */
    Uni<Boolean> encryptAgain(NewestCipher cipher, String key, int size);

    /** Returns whether the object exists. Fails with {@link StoreErrorException} if the store cannot read it. */
    Uni<Boolean> exists(String key);

    /**
     * Removes the object; a missing object is not an error. Fails with {@link StoreErrorException} if the store cannot
     * remove it.
     */
    Uni<Void> remove(String key);

    /**
     * Returns the next objects in key order, at most a thousand. Fails with {@link StoreErrorException} if the store
     * cannot list the prefix. A listing may be incomplete: servers on a file system omit objects during concurrent
     * writes and removals.
     */
    Uni<ObjectPage> list(String prefix, String afterKey);
}
