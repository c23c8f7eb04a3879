package io.zizhi.qualification.outcome.restriction.request;

import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.qualification.form.StoredJson;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Base64;

/** Encrypts the notes of a request and decrypts them. */
@Singleton
public class RestrictionSeal {

    private final StoredJson json;

    RestrictionSeal(StoredJson json) {
        this.json = json;
    }

    /** Returns the encrypted notes in Base64. */
    public String close(long requestId, RestrictionNotes notes, AccountCipher cipher) {
        return Base64.getEncoder().encodeToString(cipher.encrypt(json.write(notes), address(requestId)));
    }

    /** PostgreSQL breaks Base64 into lines, as MIME does. */
    public RestrictionNotes open(RestrictionRequest request, AccountCipher cipher) {
        byte[] sealed = Base64.getMimeDecoder().decode(request.sealedNotes());
        return json.read(cipher.decrypt(sealed, address(request.id())), RestrictionNotes.class);
    }

    private static FieldAddress address(long requestId) {
        return new FieldAddress("restriction_request", "notes", Long.toString(requestId));
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of("restriction_request", "id", "bigint", "notes");
    }
}
