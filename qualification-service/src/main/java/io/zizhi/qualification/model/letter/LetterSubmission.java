package io.zizhi.qualification.model.letter;

import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.LetterContact;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.qualification.model.revision.UnderReview;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was submitted of a letter under a work order: immutable (a trigger sees to that, too) but for what the desk says of
 * it. Only {@link LetterSeal} can read it.
 */
@Entity
@Table(name = "letter_submission")
public class LetterSubmission extends UnderReview {

    @Id
    private long workOrder;

    private long letterId;

    private String accountId;

    private int number;

    /** The qualification that it travels with; null where it is reviewed alone. */
    private @Nullable Long qualificationId;

    private JsonObject content;

    private byte @Nullable [] authorisedParty;

    @Column
    private @Nullable String idempotencyKey;

    private long submittedVersion;

    private @Nullable Long contactQualification;

    private @Nullable String contactId;

    private Instant submittedAt;

    protected LetterSubmission() {}

    /** For {@link LetterSeal}, which adds what was filled in. */
    LetterSubmission(
            long workOrder,
            AuthorizationLetter letter,
            JsonObject content,
            byte @Nullable [] authorisedParty,
            Instant now) {
        this.workOrder = workOrder;
        this.letterId = letter.id();
        this.accountId = letter.accountId();
        this.number = letter.nextNumber();
        this.submittedVersion = letter.version();
        this.content = content;
        this.authorisedParty = authorisedParty;
        this.submittedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** It is handed in together with that qualification. */
    public LetterSubmission travellingWith(long qualification) {
        qualificationId = qualification;
        return this;
    }

    /** It is handed in alone, under a key by which a repeat is recognised; its result is told to {@code contact}. */
    public LetterSubmission alone(String key, @Nullable LetterContact contact) {
        idempotencyKey = key;
        contactQualification = contact == null ? null : Long.valueOf(contact.qualificationId());
        contactId = contact == null ? null : contact.contactId();
        return this;
    }

    @Override
    protected FieldAddress decisionAddress() {
        return new FieldAddress("letter_submission", "decision", Long.toString(workOrder));
    }

    public long workOrder() {
        return workOrder;
    }

    public long letterId() {
        return letterId;
    }

    public String accountId() {
        return accountId;
    }

    public int number() {
        return number;
    }

    public Optional<Long> qualificationId() {
        return Optional.ofNullable(qualificationId);
    }

    JsonObject content() {
        return content;
    }

    byte @Nullable [] authorisedParty() {
        return authorisedParty;
    }

    public long submittedVersion() {
        return submittedVersion;
    }

    /** Whom to tell the result; nobody where it travels or no qualification names anybody. */
    public Optional<LetterContact> contact() {
        return contactQualification == null || contactId == null
                ? Optional.empty()
                : Optional.of(new LetterContact(contactQualification, contactId));
    }

    public Instant submittedAt() {
        return submittedAt;
    }
}
