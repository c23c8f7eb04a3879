package io.zizhi.platform.privacy.encryption.jobs;

/** What a job does. */
public enum KeyJobKind {
    /** Encrypts the keys of all accounts with a new service key under the newest version of the master key. */
    MASTER_KEY,
    /** Encrypts with the keys of accounts what the shared keysets encrypted, and ends their use. */
    SHARED_KEYSETS,
    /** Gives one account a new key and encrypts its data again. */
    ACCOUNT_KEY,
    /** Replaces the key of blind indexes and computes all stored hashes again. */
    INDEX_KEY
}
