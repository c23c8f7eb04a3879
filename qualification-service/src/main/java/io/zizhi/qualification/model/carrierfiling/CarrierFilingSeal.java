package io.zizhi.qualification.model.carrierfiling;

import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Encrypts the notes of filing systems, which are free text about a company and its persons, and decrypts them. */
@Singleton
public class CarrierFilingSeal {

    private static final String TABLE = "carrier_filing";
    private static final String NOTE = "note";

    public byte @Nullable [] close(long filingId, @Nullable String note, AccountCipher cipher) {
        return cipher.encryptOrNull(note, address(filingId));
    }

    public @Nullable String open(CarrierFiling filing, AccountCipher cipher) {
        return cipher.decryptOrNull(filing.note(), address(filing.id()));
    }

    private static FieldAddress address(long filingId) {
        return new FieldAddress(TABLE, NOTE, Long.toString(filingId));
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of(TABLE, "id", "bigint", NOTE);
    }
}
