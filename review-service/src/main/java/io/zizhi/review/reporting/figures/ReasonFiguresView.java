package io.zizhi.review.reporting.figures;

import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reasons of rejections and supplement requests in a period.
 *
 * @param from start of the period
 * @param to end of the period, exclusive
 * @param outcomes rejections and supplement requests, separately
 */
public record ReasonFiguresView(Instant from, Instant to, List<OutcomeReasons> outcomes) {

    /**
     * The reasons of one outcome.
     *
     * @param outcome the outcome
     * @param decisions number of decisions with this outcome
     * @param reasons codes, the most frequent first; codes without decisions are omitted
     */
    public record OutcomeReasons(ReviewOutcome outcome, long decisions, List<ReasonFigure> reasons) {}

    /**
     * One code of the catalogue.
     *
     * @param code the code
     * @param decisions number of decisions with this code, at one place or at several
     * @param share share of the decisions with this outcome, 0 to 1; shares add up to more than 1 where decisions have
     *     several codes
     */
    public record ReasonFigure(String code, long decisions, double share) {}

    /**
     * @param rows decisions by outcome and code, the most frequent first; rows without a code are totals of an outcome
     */
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
