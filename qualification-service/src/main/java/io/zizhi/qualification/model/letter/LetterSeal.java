package io.zizhi.qualification.model.letter;

import io.vertx.core.json.JsonObject;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.StoredJson;
import io.zizhi.qualification.model.revision.ReviewSeal;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes a form into a letter and reads it back. The authorised party is encrypted, because it may be a natural person.
 */
@Singleton
public class LetterSeal extends ReviewSeal {

    private static final String PARTY = "authorised_party";

    private final StoredJson json;

    LetterSeal(StoredJson json) {
        super(json);
        this.json = json;
    }

    public AuthorizationLetter draft(
            long id, String accountId, LetterForm form, @Nullable Long renewalOf, AccountCipher cipher, Instant now) {
        AuthorizationLetter draft = AuthorizationLetter.draft(id, accountId, renewalOf, now);
        fill(draft, form, cipher);
        return draft;
    }

    public void fill(AuthorizationLetter letter, LetterForm form, AccountCipher cipher) {
        letter.fill(
                form,
                content(form),
                cipher.encryptOrNull(form.party().orElse(null), address("authorization_letter", letter.id())));
    }

    /** Returns the form with the authorised party in plain text. */
    public LetterForm open(AuthorizationLetter letter, AccountCipher cipher) {
        return form(
                letter.content(),
                cipher.decryptOrNull(letter.authorisedParty(), address("authorization_letter", letter.id())));
    }

    /** Creates a submission that holds the current form of the letter unchanged. */
    public LetterSubmission freeze(
            long workOrder, AuthorizationLetter letter, LetterForm form, AccountCipher cipher, Instant now) {
        return new LetterSubmission(
                workOrder,
                letter,
                content(form),
                cipher.encryptOrNull(form.party().orElse(null), address("letter_submission", workOrder)),
                now);
    }

    public LetterForm open(LetterSubmission submission, AccountCipher cipher) {
        return form(
                submission.content(),
                cipher.decryptOrNull(
                        submission.authorisedParty(), address("letter_submission", submission.workOrder())));
    }

    private JsonObject content(LetterForm form) {
        return new JsonObject(json.write(form.with(null)));
    }

    private LetterForm form(JsonObject content, @Nullable String party) {
        return json.read(content.encode(), LetterForm.class).with(party == null ? null : PersonName.of(party));
    }

    private static FieldAddress address(String table, long row) {
        return new FieldAddress(table, PARTY, Long.toString(row));
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedLetters() {
        return EncryptedTable.of("authorization_letter", "id", "bigint", PARTY);
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedSubmissions() {
        return EncryptedTable.of("letter_submission", "work_order", "bigint", PARTY, "decision");
    }
}
