package io.zizhi.qualification.model.letter;

import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.LetterContact;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.qualification.model.revision.UnderReview;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * One submission of a letter under a work order. It is immutable, which a trigger also enforces, except for the results
 * of the review. Only {@link LetterSeal} can read its form.
 */
@Entity
@DynamicUpdate
@Table(name = "letter_submission")
public class LetterSubmission extends UnderReview {

    @Id
    private long workOrder;

    private long letterId;

    private String accountId;

    private int number;

    /** The qualification submitted together with it; null if the letter is reviewed alone. */
    private @Nullable Long qualificationId;

    private JsonObject content;

    private byte @Nullable [] authorisedParty;

    private @Nullable Long contactQualification;

    private @Nullable String contactId;

    private Instant submittedAt;

    protected LetterSubmission() {}

    /** Creates a submission without its form, which {@link LetterSeal} adds. */
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
        this.content = content;
        this.authorisedParty = authorisedParty;
        this.submittedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** Marks it as submitted together with a qualification. */
    public LetterSubmission travellingWith(long qualification) {
        qualificationId = qualification;
        return this;
    }

    /** Marks it as submitted alone. {@code contact} is notified of the result. */
    public LetterSubmission alone(@Nullable LetterContact contact) {
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

    /**
     * Returns the contact to notify of the result; empty if submitted with a qualification or if there is no contact.
     */
    public Optional<LetterContact> contact() {
        return contactQualification == null || contactId == null
                ? Optional.empty()
                : Optional.of(new LetterContact(contactQualification, contactId));
    }

    public Instant submittedAt() {
        return submittedAt;
    }
}
