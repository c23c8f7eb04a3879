package io.zizhi.document.storage;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.encryption.BlindIndex;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Encrypts the file names of documents, which may contain names of persons, and makes them findable by equality. */
@Singleton
public class FileNames {

    private final AccountCiphers ciphers;
    private final BlindIndex blindIndex;

    FileNames(AccountCiphers ciphers, BlindIndex blindIndex) {
        this.ciphers = ciphers;
        this.blindIndex = blindIndex;
    }

    /** Stores the name in a document that is not persisted yet. */
    public Uni<Document> write(Document document, @Nullable String name) {
        return name == null
                ? Uni.createFrom().item(document)
                : ciphers.forAccount(document.accountId())
                        .map(cipher -> document.named(
                                cipher.encrypt(name, address(document)),
                                indexOf(name).stored()));
    }

    /** Shows a document to its owner, with its file name. */
    public Uni<DocumentView> view(Document document) {
        return reader(document.accountId())
                .map(names -> DocumentView.from(document, names.apply(document).orElse(null)));
    }

    /** Returns the function that decrypts the file names of one account's documents. */
    public Uni<Function<Document, Optional<String>>> reader(String accountId) {
        return ciphers.forAccount(accountId)
                .map(cipher -> document ->
                        Optional.ofNullable(cipher.decryptOrNull(document.encryptedFileName(), address(document))));
    }

    /** Returns the keyed hash of a name. Case and Unicode form do not matter. */
    public BlindHash indexOf(String name) {
        return indexOf(name, blindIndex);
    }

    private static BlindHash indexOf(String name, BlindIndex blindIndex) {
        String key = Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        return blindIndex.of("document.file_name", key);
    }

    private static FieldAddress address(Document document) {
        return new FieldAddress("document", "file_name", document.id());
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable(BlindIndex blindIndex) {
        return EncryptedTable.of("document", "id", "text", "file_name")
                .hashed("file_name", "file_name_index", name -> indexOf(name, blindIndex));
    }
}
