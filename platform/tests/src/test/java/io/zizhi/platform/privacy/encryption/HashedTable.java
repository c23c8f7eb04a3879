package io.zizhi.platform.privacy.encryption;

import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Registers the sample table with a keyed hash, and the one whose accounts are in another table. */
@Singleton
class HashedTable {

    static final String NAME = "hashed";

    @Produces
    @Singleton
    static EncryptedTable hashed(BlindIndex index) {
        return EncryptedTable.of(NAME, "id", "bigint", "phone")
                .hashed("phone", "phone_index", phone -> index.of(NAME, phone));
    }

    @Produces
    @Singleton
    static EncryptedTable parts() {
        return EncryptedTable.of("part", "owner_id", "bigint", "word")
                .andKey("number", "integer")
                .below("part_owner", "id", "owner_id");
    }
}
