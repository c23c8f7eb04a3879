package io.zizhi.qualification.model.letter;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.model.revision.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An authorization letter as its owner sees it.
 *
 * @param id id for life
 * @param version to be sent as {@code If-Match} with the next change; also the entity tag
 * @param status where it stands
 * @param validity whether it can be relied on today
 * @param renewalOf the letter that it renews
 * @param workOrder work order under which it was submitted last, its own or that of a qualification
 * @param revision number of that submission
 * @param qualificationId the qualification that it was submitted with; absent where it was submitted alone
 * @param submittedAt when it was submitted
 * @param dueAt when the review desk has to be done with it
 * @param clockPolicy by which clock
 * @param dueProvisional whether a day whose calendar is not published yet was counted
 * @param decision how what was submitted last was decided
 * @param createdAt when it was drafted
 * @param updatedAt when it was changed last
 * @param form what is filled in
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

    /** @param today the day in Asia/Shanghai */
    public static LetterView from(OpenedLetter opened, LocalDate today) {
        AuthorizationLetter letter = opened.letter();
        Optional<LetterSubmission> current = opened.current();
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
                current.map(LetterSubmission::dueAt).orElse(null),
                current.map(LetterSubmission::clockPolicy).orElse(null),
                current.filter(submission -> submission.dueAt() != null)
                        .map(LetterSubmission::dueProvisional)
                        .orElse(null),
                LetterDecisionView.from(opened).orElse(null),
                letter.createdAt(),
                letter.updatedAt(),
                LetterFormView.from(opened.form()));
    }

    /**
     * A letter at the moment {@code submitted} was accepted, whatever happened to it since; the answer to a repeated
     * submission.
     */
    public static LetterView accepted(AuthorizationLetter letter, LetterSubmission submitted, LetterForm form) {
        return new LetterView(
                letter.id(),
                submitted.submittedVersion() + 1,
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
     * The form as its owner sees it: it has the fields of the form and may be sent back as it is.
     *
     * @param name label of the letter
     * @param authoriser 授权方: the company that owns the signatures
     * @param creditCode its credit code
     * @param authorisedParty 被授权方: who files for it
     * @param validFrom first day of its validity
     * @param validTo last day of its validity
     * @param documentId picture of the sealed letter
     * @param signatureNames the signatures that it covers
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

        /** Without the authorised party, who may be a person. */
        @Override
        public String toString() {
            return "LetterFormView[" + name + "]";
        }
    }

    /**
     * How what was submitted last was decided.
     *
     * @param workOrder its work order
     * @param outcome how
     * @param decidedAt when
     * @param reasons why it was rejected, with pointers into the letter's form; else empty
     * @param items what is asked for; else empty
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LetterDecisionView(
            long workOrder,
            ReviewOutcome outcome,
            @Nullable Instant decidedAt,
            List<Decision.Reason> reasons,
            List<Decision.Item> items) {

        static Optional<LetterDecisionView> from(OpenedLetter opened) {
            return opened.current()
                    .flatMap(current -> current.outcome()
                            .map(outcome ->
                                    from(current, outcome, opened.decision().orElse(Decision.WITHOUT_WORDS))));
        }

        private static LetterDecisionView from(LetterSubmission current, ReviewOutcome outcome, Decision decision) {
            return new LetterDecisionView(
                    current.workOrder(), outcome, current.decidedAt(), decision.reasons(), decision.items());
        }
    }
}
