package io.zizhi.review.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Durations of the reviews decided in a period. Every duration starts at the submission and is in seconds.
 *
 * @param from start of the period
 * @param to end of the period, exclusive
 * @param all all policies together
 * @param policies one entry per clock policy, by name
 */
public record DurationsView(Instant from, Instant to, Durations all, List<PolicyDurations> policies) {

    /**
     * Durations of a set of decisions.
     *
     * @param decisions number of decisions
     * @param breached number of decisions after their target
     * @param breachRate share of breached decisions, 0 to 1; absent if nothing was decided
     * @param firstTouch wall-clock time until the first reviewer took the review; absent if it is unknown for all
     * @param openTime open time until the decision, which counts against the target; absent if it is unknown for all
     * @param wallTime wall-clock time until the decision; absent if nothing was decided
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Durations(
            long decisions,
            long breached,
            @Nullable Double breachRate,
            @Nullable Percentiles firstTouch,
            @Nullable Percentiles openTime,
            @Nullable Percentiles wallTime) {

        static Durations from(Row row) {
            long decisions = row.number("decisions");
            long breached = row.number("breached");
            return new Durations(
                    decisions,
                    breached,
                    decisions == 0 ? null : Double.valueOf((double) breached / decisions),
                    Percentiles.from(row, "first_touch_seconds"),
                    Percentiles.from(row, "open_seconds"),
                    Percentiles.from(row, "wall_seconds"));
        }
    }

    /**
     * Durations under one clock policy.
     *
     * @param policy name of the policy
     * @param durations of the decisions under it
     */
    public record PolicyDurations(String policy, Durations durations) {}

    /** @param rows one row per policy, and the totals row, whose policy is null */
    static DurationsView from(Period period, List<Row> rows) {
        return new DurationsView(
                period.from(),
                period.to(),
                rows.stream()
                        .filter(row -> row.textOrNull("policy") == null)
                        .map(Durations::from)
                        .findFirst()
                        .orElseThrow(),
                rows.stream()
                        .filter(row -> row.textOrNull("policy") != null)
                        .map(row -> new PolicyDurations(row.text("policy"), Durations.from(row)))
                        .toList());
    }
}
