package io.zizhi.review.worklist.search;

import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.review.review.ReviewStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of a search; a review must meet all of them. At least one of {@code workOrder}, {@code companyName},
 * {@code creditCode}, {@code accountId}, {@code reviewerId}, {@code submittedFrom} and {@code decidedFrom} is required.
 *
 * @param workOrder work order of the submission
 * @param companyName beginning of the owner's name, 2 to 150 characters, as on its certificate
 * @param creditCode whole credit code of the owner
 * @param accountId account that submitted it
 * @param reviewerId who holds or decided it, or held it last: the {@code sub} of the reviewer's tokens
 * @param outcome outcome of a published decision of a submission that was not withdrawn
 * @param statuses any of these statuses, 1 to 5
 * @param policy name of its clock policy
 * @param submittedFrom earliest start of its clock
 * @param submittedTo end of the period of submission, exclusive
 * @param decidedFrom earliest decision
 * @param decidedTo end of the period of decision, exclusive
 */
public record SearchRequest(
        @Positive(message = "FIELD_INVALID") @Nullable Long workOrder,

        @Size(min = 2, max = 150, message = "FIELD_INVALID")
        @Pattern(regexp = SearchRequest.TEXT, message = "TEXT_INVALID")
        @Nullable
        String companyName,

        @Pattern(regexp = "[0-9A-Z]{18}", message = "FIELD_INVALID") @Nullable
        String creditCode,

        @Pattern(regexp = Parameters.ACCOUNT, message = "FIELD_INVALID") @Nullable
        String accountId,

        @Size(min = 1, max = 100, message = "FIELD_INVALID")
        @Pattern(regexp = SearchRequest.TEXT, message = "TEXT_INVALID")
        @Nullable
        String reviewerId,

        @Nullable ReviewOutcome outcome,

        @Size(min = 1, max = 5, message = "FIELD_INVALID") @Nullable
        List<@NotNull(message = "FIELD_REQUIRED") ReviewStatus> statuses,

        @Size(min = 1, max = 100, message = "FIELD_INVALID")
        @Pattern(regexp = SearchRequest.TEXT, message = "TEXT_INVALID")
        @Nullable
        String policy,

        @Nullable Instant submittedFrom,
        @Nullable Instant submittedTo,
        @Nullable Instant decidedFrom,
        @Nullable Instant decidedTo) {

    static final String TEXT = "\\P{Cntrl}*";

    /** Refuses criteria that would read the whole table, and periods that end before they begin. */
    void requireNarrow() {
        boolean narrow = Stream.of(
                        workOrder, companyName, creditCode, accountId, reviewerId, submittedFrom, decidedFrom)
                .anyMatch(criterion -> criterion != null);
        if (!narrow) {
            throw Problems.badRequest(
                    "CRITERION_REQUIRED",
                    "",
                    "Send at least one of workOrder, companyName, creditCode, accountId, reviewerId, submittedFrom and"
                            + " decidedFrom.");
        }
        requireOrder("/submittedFrom", submittedFrom, "/submittedTo", submittedTo);
        requireOrder("/decidedFrom", decidedFrom, "/decidedTo", decidedTo);
    }

    private static void requireOrder(String start, @Nullable Instant sentFrom, String end, @Nullable Instant sentTo) {
        Instant from = storable(start, sentFrom);
        Instant to = storable(end, sentTo);
        if (from != null && to != null && !from.isBefore(to)) {
            throw Problems.badRequest("PERIOD_EMPTY", end, "The period must end after it begins.");
        }
    }

    /** Returns the instant; 400 if the database cannot hold it. */
    private static @Nullable Instant storable(String pointer, @Nullable Instant instant) {
        return Parameters.instant(pointer, instant == null ? null : instant.toString());
    }

    /** Returns the names of the criteria for the audit log, never their values. */
    List<String> names() {
        return Stream.of(
                        named("workOrder", workOrder),
                        named("companyName", companyName),
                        named("creditCode", creditCode),
                        named("accountId", accountId),
                        named("reviewerId", reviewerId),
                        named("outcome", outcome),
                        named("statuses", statuses),
                        named("policy", policy),
                        named("submittedFrom", submittedFrom),
                        named("submittedTo", submittedTo),
                        named("decidedFrom", decidedFrom),
                        named("decidedTo", decidedTo))
                .flatMap(name -> name)
                .toList();
    }

    private static Stream<String> named(String name, @Nullable Object value) {
        return value == null ? Stream.empty() : Stream.of(name);
    }
}
