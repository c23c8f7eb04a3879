package io.zizhi.review.review;

import io.zizhi.contracts.AuthorizationLetterSubmitted;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.ClockPolicy;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The submission that a review is about, as stated in its event. It holds no personal data; all other data are read
 * from qualification-service when a reviewer opens the review.
 *
 * @param qualificationId id of the qualification, or of the letter that is reviewed alone
 * @param revision number of the submitted revision, from 1
 * @param accountId account that owns the qualification
 * @param name name of the qualification
 * @param companyName name of the owner; null if it is a person
 * @param creditCode unified social credit code of the owner; null if it is a person
 * @param ownerType decides the clock policy, with purpose and subject
 * @param purpose for the account itself or for a third party
 * @param subject a qualification, or a letter alone
 * @param letterId the letter that is reviewed, alone or with the qualification; null if there is no letter
 */
@Embeddable
public record Submission(
        @Column(name = "qualification_id") long qualificationId,
        @Column(name = "revision") int revision,
        @Column(name = "account_id") String accountId,
        @Column(name = "name") String name,
        @Column(name = "company_name") @Nullable String companyName,
        @Column(name = "credit_code") @Nullable String creditCode,

        @Enumerated(EnumType.STRING) @Column(name = "owner_type")
        OwnerType ownerType,

        @Enumerated(EnumType.STRING) @Column(name = "purpose")
        Purpose purpose,

        @Enumerated(EnumType.STRING) @Column(name = "subject")
        ReviewSubject subject,

        @Column(name = "letter_id") @Nullable Long letterId) {

    public static Submission from(QualificationSubmitted event) {
        return new Submission(
                event.qualificationId(),
                event.revision(),
                event.accountId(),
                event.name(),
                event.companyName(),
                event.creditCode(),
                event.ownerType(),
                event.purpose(),
                ReviewSubject.QUALIFICATION,
                event.letter() == null ? null : Long.valueOf(event.letter().letterId()));
    }

    public static Submission from(AuthorizationLetterSubmitted event) {
        return new Submission(
                event.letterId(),
                event.revision(),
                event.accountId(),
                event.name(),
                event.authoriser(),
                event.creditCode(),
                event.ownerType(),
                Purpose.THIRD_PARTY,
                ReviewSubject.LETTER,
                event.letterId());
    }

    /** Returns the clock policy of the submission under {@code data}; empty if {@code data} has no allocation. */
    public Optional<ClockPolicy> policyBy(ClockData data) {
        return data.policies().of(ownerType, purpose, subject);
    }

    /** Returns whether {@code account} submitted it; false for null. */
    public boolean isOf(@Nullable String account) {
        return accountId.equals(account);
    }

    /** Refuses members of the submitting account with 403. */
    public void refuseAccount(@Nullable String account) {
        if (isOf(account)) {
            throw Problems.forbidden("REVIEWER_CONFLICTED", "Nobody reviews a submission of their own account.");
        }
    }

    /** Returns whether a letter is decided together with the qualification. */
    public boolean carriesLetter() {
        return subject == ReviewSubject.QUALIFICATION && letterId != null;
    }
}
