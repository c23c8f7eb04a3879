package io.zizhi.platform.privacy.encryption.jobs;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Encrypted objects outside the database, which a service encrypts again for a job. Calls are remote. */
public interface EncryptedObjects {

    /**
     * Result of a batch.
     *
     * @param position where the next batch goes on; empty if nothing is left
     * @param processed compared objects
     * @param changed objects that were encrypted again
     * @param unreadable objects that no key decrypts
     */
    record Walked(String position, int processed, int changed, int unreadable) {}

    /**
     * Encrypts the next objects with the newest keys of their accounts, unless they are already. A repetition changes
     * nothing.
     *
     * @param position empty at the start
     * @param accountId only objects of this account; null: of all accounts
     */
    Uni<Walked> encryptAgain(String position, @Nullable String accountId);
}
