package io.zizhi.qualification.model.letter;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.model.revision.Decision;
import io.zizhi.qualification.model.revision.ItemView;
import io.zizhi.qualification.model.revision.ReasonView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An authorization letter as shown to its owner.
 *
 * @param id permanent id
 * @param version send it as {@code If-Match} with the next change; also the entity tag
 * @param status status of the letter
 * @param validity whether the letter is valid today
 * @param renewalOf the letter that it renews
 * @param workOrder work order of the last submission, of the letter alone or of its qualification
 * @param revision number of that submission
 * @param qualificationId the qualification submitted together with it; absent if the letter was submitted alone
 * @param submittedAt when it was submitted
 * @param dueAt when the review is due; absent unless in review
 * @param clockPolicy policy of the review clock
 * @param dueProvisional whether the due time depends on days without an official calendar
 * @param decision decision on the last submission
 * @param createdAt when it was created
 * @param updatedAt when it was changed last
 * @param form current content of the form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LetterView(
        long id,
        long version,
        LetterStatus status,
        LetterValidity validity,
        @Nullable Long renewalOf,
        @Nullable Long workOrder,
        @Nullable Integer revision,
        @Nullable Long qualificationId,
        @Nullable Instant submittedAt,
        @Nullable Instant dueAt,
        @Nullable String clockPolicy,
        @Nullable Boolean dueProvisional,
        @Nullable LetterDecisionView decision,
        Instant createdAt,
        Instant updatedAt,
        LetterFormView form) {

    /** @param today today's date in Asia/Shanghai */
    public static LetterView from(OpenedLetter opened, LocalDate today) {
        AuthorizationLetter letter = opened.letter();
        Optional<LetterSubmission> current = opened.current();
        Optional<LetterSubmission> due =
                current.filter(submission -> letter.status() == LetterStatus.IN_REVIEW && submission.dueAt() != null);
        return new LetterView(
                letter.id(),
                letter.version(),
                letter.status(),
                letter.validityOn(today),
                letter.renewalOf().orElse(null),
                letter.currentOrder().orElse(null),
                current.map(LetterSubmission::number).orElse(null),
                current.flatMap(LetterSubmission::qualificationId).orElse(null),
                current.map(LetterSubmission::submittedAt).orElse(null),
                due.map(LetterSubmission::dueAt).orElse(null),
                current.map(LetterSubmission::clockPolicy).orElse(null),
                due.map(LetterSubmission::dueProvisional).orElse(null),
                LetterDecisionView.from(opened).orElse(null),
                letter.createdAt(),
                letter.updatedAt(),
                LetterFormView.from(opened.form()));
    }

    /**
     * Returns the letter as it was when {@code submitted} was accepted, ignoring later changes. This is the answer to a
     * repeated submission.
     *
     * @param version version of the letter after that submission
     */
    public static LetterView accepted(
            AuthorizationLetter letter, LetterSubmission submitted, long version, LetterForm form) {
        return new LetterView(
                letter.id(),
                version,
                LetterStatus.IN_REVIEW,
                LetterValidity.INVALID,
                letter.renewalOf().orElse(null),
                submitted.workOrder(),
                submitted.number(),
                submitted.qualificationId().orElse(null),
                submitted.submittedAt(),
                null,
                null,
                null,
                null,
                letter.createdAt(),
                submitted.submittedAt(),
                LetterFormView.from(form));
    }

    /**
     * The form as shown to its owner. It has the fields of the form and can be sent back unchanged.
     *
     * @param name name of the letter
     * @param authoriser the company that owns the signatures (授权方)
     * @param creditCode credit code of that company
     * @param authorisedParty the company or person that registers the signatures (被授权方)
     * @param validFrom first day of its validity
     * @param validTo last day of its validity
     * @param documentId id of the image of the sealed letter
     * @param signatureNames the signatures that the letter covers
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LetterFormView(
            String name,
            @Nullable String authoriser,
            @Nullable String creditCode,
            @Nullable String authorisedParty,

            @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd") @Nullable
            LocalDate validFrom,

            @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd") @Nullable
            LocalDate validTo,

            @Nullable String documentId,
            List<String> signatureNames) {

        static LetterFormView from(LetterForm form) {
            return new LetterFormView(
                    form.name(),
                    form.authoriser(),
                    form.creditCode(),
                    form.party().orElse(null),
                    form.validFrom(),
                    form.validTo(),
                    form.documentId(),
                    form.signatureNames());
        }

        /** Omits the authorised party, which may be a natural person. */
        @Override
        public String toString() {
            return "LetterFormView[" + name + "]";
        }
    }

    /**
     * The decision on the last submission.
     *
     * @param workOrder work order of the submission
     * @param outcome the decision
     * @param decidedAt when the decision was made
     * @param reasons reasons of a rejection, with pointers into the letter's form; otherwise empty
     * @param items requested items; otherwise empty
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LetterDecisionView(
            long workOrder,
            ReviewOutcome outcome,
            @Nullable Instant decidedAt,
            List<ReasonView> reasons,
            List<ItemView> items) {

        static Optional<LetterDecisionView> from(OpenedLetter opened) {
            return opened.current()
                    .flatMap(current -> current.outcome()
                            .map(outcome ->
                                    from(current, outcome, opened.decision().orElse(Decision.WITHOUT_WORDS))));
        }

        private static LetterDecisionView from(LetterSubmission current, ReviewOutcome outcome, Decision decision) {
            return new LetterDecisionView(
                    current.workOrder(), outcome, current.decidedAt(), ReasonView.of(decision), ItemView.of(decision));
        }
    }
}
