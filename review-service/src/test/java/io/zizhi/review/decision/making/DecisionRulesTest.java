package io.zizhi.review.decision.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.zizhi.contracts.DecisionReason;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.contracts.SupplementItem;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.review.decision.Finding;
import io.zizhi.review.decision.Verdict;
import io.zizhi.review.decision.making.DecisionRequest.Item;
import io.zizhi.review.decision.making.DecisionRequest.Reason;
import io.zizhi.review.decision.reasons.ReasonCatalogue;
import io.zizhi.review.review.Submission;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionRulesTest {

    private static final Reason BLURRED = new Reason("IMAGE_BLURRED", "/company/certificate", "看不清", " internal ");
    private static final Item MORE = new Item("MATERIAL_INSUFFICIENT", "", "MORE_MATERIAL", "补充");

    private final DecisionRules rules = new DecisionRules(ReasonCatalogue.read());

    @Test
    void allows_no_reasons_or_items_in_an_approval() {
        assertThat(rules.verdict(request(ReviewOutcome.APPROVED, null, null)))
                .isEqualTo(new Verdict(ReviewOutcome.APPROVED, List.of(), null));
        refused(
                request(ReviewOutcome.APPROVED, List.of(BLURRED), List.of(MORE)),
                tuple("/reasons", "NOT_ALLOWED_FOR_OUTCOME"),
                tuple("/items", "NOT_ALLOWED_FOR_OUTCOME"));
    }

    @Test
    void requires_a_reason_and_no_items_in_a_rejection() {
        refused(request(ReviewOutcome.REJECTED, null, null), tuple("/reasons", "FIELD_REQUIRED"));
        refused(
                request(ReviewOutcome.REJECTED, List.of(), List.of(MORE)),
                tuple("/reasons", "FIELD_REQUIRED"),
                tuple("/items", "NOT_ALLOWED_FOR_OUTCOME"));
    }

    @Test
    void requires_an_item_in_a_supplement_request() {
        refused(request(ReviewOutcome.SUPPLEMENT_REQUESTED, null, List.of()), tuple("/items", "FIELD_REQUIRED"));
    }

    @Test
    void accepts_only_codes_usable_for_the_outcome() {
        refused(
                request(
                        ReviewOutcome.REJECTED,
                        List.of(
                                new Reason("NO_SUCH", "", null, null),
                                new Reason("MATERIAL_INSUFFICIENT", "", null, null)),
                        null),
                tuple("/reasons/0/code", "REASON_UNKNOWN"),
                tuple("/reasons/1/code", "REASON_NOT_USABLE"));
        refused(
                request(
                        ReviewOutcome.SUPPLEMENT_REQUESTED,
                        null,
                        List.of(MORE, new Item("ENTITY_NOT_SUPPORTED", "", "SELFIE", null))),
                tuple("/items/1/code", "REASON_NOT_USABLE"),
                tuple("/items/1/documentKind", "DOCUMENT_KIND_UNKNOWN"));
    }

    @Test
    void puts_no_notes_into_the_event() {
        Verdict rejection = rules.verdict(request(ReviewOutcome.REJECTED, List.of(BLURRED), null));
        assertThat(rejection.reasons()).containsExactly(new DecisionReason("IMAGE_BLURRED", "/company/certificate"));
        assertThat(rejection.items()).isEmpty();

        Verdict supplement = rules.verdict(request(ReviewOutcome.SUPPLEMENT_REQUESTED, null, List.of(MORE)));
        assertThat(supplement.items())
                .containsExactly(new SupplementItem("MATERIAL_INSUFFICIENT", "", "MORE_MATERIAL"));
        assertThat(supplement.reasons()).isEmpty();
    }

    @Test
    void allows_approval_or_the_same_outcome_for_a_letter() {
        assertThat(rules.verdict(letter(ReviewOutcome.REJECTED, ReviewOutcome.APPROVED))
                        .letterOutcome())
                .isEqualTo(ReviewOutcome.APPROVED);
        assertThat(rules.verdict(letter(ReviewOutcome.REJECTED, ReviewOutcome.REJECTED))
                        .letterOutcome())
                .isEqualTo(ReviewOutcome.REJECTED);
        refused(
                letter(ReviewOutcome.REJECTED, ReviewOutcome.SUPPLEMENT_REQUESTED),
                tuple("/letterOutcome", "NOT_ALLOWED_FOR_OUTCOME"));
        refused(
                new DecisionRequest(ReviewOutcome.APPROVED, null, null, ReviewOutcome.REJECTED),
                tuple("/letterOutcome", "NOT_ALLOWED_FOR_OUTCOME"));
    }

    private static DecisionRequest letter(ReviewOutcome outcome, ReviewOutcome letterOutcome) {
        return new DecisionRequest(outcome, List.of(BLURRED), null, letterOutcome);
    }

    @Test
    void strips_notes_and_drops_blank_ones() {
        Reason blank = new Reason("IMAGE_BLURRED", "", "  ", " internal ");

        assertThat(rules.verdict(request(ReviewOutcome.REJECTED, List.of(blank), null))
                        .findings())
                .containsExactly(new Finding("IMAGE_BLURRED", "", null, null, "internal"));
    }

    @Test
    void requests_no_supplement_of_a_fixed_field() {
        Item fixed = new Item("USCC_MISMATCH", "/company/creditCode", null, null);
        Item certificate = new Item("USCC_MISMATCH", "/company/certificate/documentId", "BUSINESS_LICENSE", null);
        Verdict supplement =
                rules.verdict(request(ReviewOutcome.SUPPLEMENT_REQUESTED, null, List.of(certificate, fixed)));
        Reason reason = new Reason("USCC_MISMATCH", "/company/creditCode", null, null);
        Verdict rejection = rules.verdict(request(ReviewOutcome.REJECTED, List.of(reason), null));

        refused(
                () -> rules.about(submission(ReviewSubject.QUALIFICATION), supplement),
                tuple("/items/1/pointer", "POINTER_FIXED"));
        assertThat(rules.about(submission(ReviewSubject.QUALIFICATION), rejection))
                .isEqualTo(rejection);
    }

    @Test
    void lets_the_name_of_a_letter_be_corrected() {
        Verdict supplement = rules.verdict(request(
                ReviewOutcome.SUPPLEMENT_REQUESTED,
                null,
                List.of(new Item("MATERIAL_INSUFFICIENT", "/name", null, null))));

        assertThat(rules.about(submission(ReviewSubject.LETTER), supplement)).isEqualTo(supplement);
    }

    private static Submission submission(ReviewSubject subject) {
        return new Submission(1, 1, "acc-1", "名称", "公司", null, OwnerType.COMPANY, Purpose.SELF, subject, null);
    }

    private void refused(DecisionRequest request, Tuple... violations) {
        refused(() -> rules.verdict(request), violations);
    }

    private static void refused(ThrowingCallable decision, Tuple... violations) {
        assertThatThrownBy(decision).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.violations())
                    .extracting(Violation::pointer, Violation::code)
                    .containsExactly(violations);
        });
    }

    private static DecisionRequest request(
            ReviewOutcome outcome, @Nullable List<Reason> reasons, @Nullable List<Item> items) {
        return new DecisionRequest(outcome, reasons, items, null);
    }
}
