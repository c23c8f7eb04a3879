package io.zizhi.review.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.operations.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the reviews took that were decided in a period. Every duration starts at the submission and is in seconds.
 *
 * @param from start of the period
 * @param to end of the period, not part of it
 * @param all of all policies together
 * @param policies of each clock policy, by name
 */
public record DurationsView(Instant from, Instant to, Durations all, List<PolicyDurations> policies) {

    /**
     * Of some decisions.
     *
     * @param decisions how many
     * @param breached how many of them came after their target
     * @param breachRate their share, 0 to 1; absent where nothing was decided
     * @param firstTouch to the first reviewer who had it in hands, by the clock on the wall; absent where it is not known of
     *     any
     * @param openTime to the decision in open time, which the target is reckoned by; absent where it is not known of any
     * @param wallTime to the decision by the clock on the wall; absent where nothing was decided
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
     * Of one clock policy.
     *
     * @param policy its name
     * @param durations of the decisions under it
     */
    public record PolicyDurations(String policy, Durations durations) {}

    /** @param rows one of each policy and one of all, which has none */
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
