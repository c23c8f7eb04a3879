package io.zizhi.document.recognition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.erasure.ErasedRows;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Encrypts results with the account's key, because they are personal data. */
@Singleton
public class RecognitionSeal {

    private static final String TABLE = "recognition";

    private final AccountCiphers ciphers;
    private final ObjectMapper json;
    private final ObjectReader stored;

    RecognitionSeal(AccountCiphers ciphers, ObjectMapper json) {
        this.ciphers = ciphers;
        this.json = json;
        // A newer version may have stored unknown fields, for example the size of the picture.
        this.stored =
                json.readerFor(RecognisedPicture.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Encrypts a result for the row of that document. */
    public Uni<byte[]> close(String accountId, String documentId, RecognisedPicture picture) {
        return ciphers.forAccount(accountId).map(cipher -> cipher.encrypt(write(picture), address(documentId)));
    }

    /** Decrypts the result of a recognition that is done. */
    public Uni<RecognisedPicture> open(Recognition recognition) {
        return ciphers.forAccount(recognition.accountId())
                .map(cipher -> read(cipher.decrypt(recognition.encryptedResult(), address(recognition.documentId()))));
    }

    private static FieldAddress address(String documentId) {
        return new FieldAddress(TABLE, "result", documentId);
    }

    private String write(RecognisedPicture picture) {
        try {
            return json.writeValueAsString(picture);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A recognised picture could not be written", impossible);
        }
    }

    /** The message of a parser would contain values, so it is dropped. */
    private RecognisedPicture read(String text) {
        try {
            return stored.readValue(text);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A recognised picture could not be read: " + unreadable.getLocation());
        }
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of(TABLE, "document_id", "text", "result");
    }

    @Produces
    @Singleton
    static ErasedRows erasedRows() {
        return new ErasedRows("recognitions", """
                delete from recognition where document_id = any(array(
                    select document_id from recognition where account_id = :accountId
                    order by document_id limit :limit for update))
                """);
    }
}
