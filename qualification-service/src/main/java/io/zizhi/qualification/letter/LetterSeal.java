package io.zizhi.qualification.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.encryption.AccountCipher;
import io.zizhi.platform.encryption.FieldAddress;
import io.zizhi.platform.personal.PersonName;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.revision.Decision;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a form into a letter and takes it out again. Who is authorised goes in encrypted: the text does not say whether it
 * names a company or a person.
 */
@Singleton
public class LetterSeal {

    private static final String PARTY = "authorised_party";

    private final ObjectMapper json;
    private final ObjectReader stored;

    @Inject
    LetterSeal(ObjectMapper json) {
        this.json = json;
        // A newer version of this service may have stored fields that this one does not know yet.
        this.stored = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** A new draft that holds {@code form}. */
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
                cipher.encryptOrNull(form.party().orElse(null), address("authorization_letter", PARTY, letter.id())));
    }

    /** The form, with the authorised party in plain text. */
    public LetterForm open(AuthorizationLetter letter, AccountCipher cipher) {
        return form(
                letter.content(),
                cipher.decryptOrNull(letter.authorisedParty(), address("authorization_letter", PARTY, letter.id())));
    }

    /** What is submitted of a letter now: its form, which is kept as it is. */
    public LetterSubmission freeze(
            long workOrder, AuthorizationLetter letter, LetterForm form, AccountCipher cipher, Instant now) {
        return new LetterSubmission(
                workOrder,
                letter,
                content(form),
                cipher.encryptOrNull(form.party().orElse(null), address("letter_submission", PARTY, workOrder)),
                now);
    }

    public LetterForm open(LetterSubmission submission, AccountCipher cipher) {
        return form(
                submission.content(),
                cipher.decryptOrNull(
                        submission.authorisedParty(), address("letter_submission", PARTY, submission.workOrder())));
    }

    /** Keeps what the pre-check found when it was submitted. */
    public void keep(LetterSubmission submission, Object evaluation) {
        submission.keep(new JsonObject(write(evaluation)));
    }

    /** What the pre-check found, in the form in which it was kept. */
    public <T> Optional<T> evaluation(LetterSubmission submission, Class<T> form) {
        return submission.evaluation().map(kept -> read(kept.encode(), form));
    }

    public void decide(
            LetterSubmission submission, ReviewOutcome outcome, Decision decision, Instant at, AccountCipher cipher) {
        submission.decide(
                outcome,
                cipher.encrypt(write(decision), address("letter_submission", "decision", submission.workOrder())),
                at);
    }

    /** What the reviewer said, once it is decided. */
    public Optional<Decision> decision(LetterSubmission submission, AccountCipher cipher) {
        return Optional.ofNullable(cipher.decryptOrNull(
                        submission.decision(), address("letter_submission", "decision", submission.workOrder())))
                .map(text -> read(text, Decision.class));
    }

    private JsonObject content(LetterForm form) {
        return new JsonObject(write(form.with(null)));
    }

    private LetterForm form(JsonObject content, @Nullable String party) {
        return read(content.encode(), LetterForm.class).with(party == null ? null : PersonName.of(party));
    }

    private static FieldAddress address(String table, String column, long row) {
        return new FieldAddress(table, column, Long.toString(row));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A letter could not be written", impossible);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return stored.forType(type).readValue(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A letter could not be read: " + damaged.getLocation());
        }
    }
}
