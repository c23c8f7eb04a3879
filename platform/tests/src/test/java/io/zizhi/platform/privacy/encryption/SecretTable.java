package io.zizhi.platform.privacy.encryption;

import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Registers the sample table. */
@Singleton
class SecretTable {

    static final String NAME = "secret";

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of(NAME, "id", "bigint", "word", "note").andKey("part", "integer");
    }
}
