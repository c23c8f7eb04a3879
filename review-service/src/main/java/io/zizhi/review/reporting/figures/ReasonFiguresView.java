package io.zizhi.review.reporting.figures;

import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.operations.Row;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * For which reasons submissions were rejected or sent back in a period.
 *
 * @param from start of the period
 * @param to end of the period, not part of it
 * @param outcomes rejections and supplement requests, each by itself
 */
public record ReasonFiguresView(Instant from, Instant to, List<OutcomeReasons> outcomes) {

    /**
     * The reasons of one kind of decision.
     *
     * @param outcome which kind
     * @param decisions how many of them there were
     * @param reasons what they gave, the most frequent first; what none gave is not there
     */
    public record OutcomeReasons(ReviewOutcome outcome, long decisions, List<ReasonFigure> reasons) {}

    /**
     * One code of the catalogue.
     *
     * @param code the code
     * @param decisions how many gave it, at one place or at several
     * @param share of the decisions of their kind, 0 to 1; shares add up to more than 1, because a decision may give several
     */
    public record ReasonFigure(String code, long decisions, double share) {}

    /** @param rows decisions by outcome and code, the most frequent first; without a code all of the outcome */
    static ReasonFiguresView from(Period period, List<Row> rows) {
        return new ReasonFiguresView(
                period.from(),
                period.to(),
                Stream.of(ReviewOutcome.REJECTED, ReviewOutcome.SUPPLEMENT_REQUESTED)
                        .map(outcome -> of(outcome, rows))
                        .toList());
    }

    private static OutcomeReasons of(ReviewOutcome outcome, List<Row> all) {
        List<Row> rows = all.stream()
                .filter(row -> row.text("outcome").equals(outcome.name()))
                .toList();
        long decisions = rows.stream()
                .filter(row -> row.textOrNull("code") == null)
                .mapToLong(row -> row.number("decisions"))
                .sum();
        return new OutcomeReasons(
                outcome,
                decisions,
                rows.stream()
                        .filter(row -> row.textOrNull("code") != null)
                        .map(row -> new ReasonFigure(
                                row.text("code"),
                                row.number("decisions"),
                                (double) row.number("decisions") / decisions))
                        .toList());
    }
}
