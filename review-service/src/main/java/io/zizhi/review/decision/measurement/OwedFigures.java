package io.zizhi.review.decision.measurement;

import io.zizhi.platform.database.OwedRows;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures of the decisions that a transaction publishes. */
final class OwedFigures implements OwedRows {

    private static final String INSERT = """
            figured as (
                insert into decision_figure(work_order, policy, reviewer_id, outcome, codes, breached, decided_at,
                    first_touch_seconds, open_seconds, wall_seconds)
                select work_order, policy, reviewer_id, outcome, string_to_array(codes, ','), breached, decided_at,
                    first_touch_seconds, open_seconds, wall_seconds
                from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                    cast(? as text[]), cast(? as boolean[]), cast(? as timestamptz[]), cast(? as bigint[]),
                    cast(? as bigint[]), cast(? as bigint[]))
                    as e(work_order, policy, reviewer_id, outcome, codes, breached, decided_at, first_touch_seconds,
                        open_seconds, wall_seconds)
                returning 1)""";

    private final List<DecisionFigure> figures = new ArrayList<>();

    void add(DecisionFigure figure) {
        figures.add(figure);
    }

    @Override
    public Place place() {
        return Place.SERVICE;
    }

    @Override
    public boolean isEmpty() {
        return figures.isEmpty();
    }

    @Override
    public String queries() {
        return INSERT;
    }

    @Override
    public List<Object> parameters() {
        return List.of(
                figures.stream().map(DecisionFigure::workOrder).toArray(Long[]::new),
                texts(DecisionFigure::policy),
                texts(DecisionFigure::reviewerId),
                texts(figure -> figure.outcome().name()),
                texts(figure -> String.join(",", figure.codes())),
                figures.stream().map(DecisionFigure::breached).toArray(Boolean[]::new),
                figures.stream()
                        .map(figure -> figure.decidedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new),
                seconds(DecisionFigure::firstTouch),
                seconds(DecisionFigure::openTime),
                seconds(DecisionFigure::wallTime));
    }

    private String[] texts(Function<DecisionFigure, String> text) {
        return figures.stream().map(text).toArray(String[]::new);
    }

    private @Nullable Long[] seconds(Function<DecisionFigure, @Nullable Duration> duration) {
        return figures.stream()
                .map(duration)
                .map(each -> each == null ? null : Long.valueOf(each.toSeconds()))
                .toArray(Long[]::new);
    }

    @Override
    public String result() {
        return "(select count(*) from figured)";
    }

    @Override
    public void written(long result) {
        OwedRows.requireAll(result, figures.size());
    }
}
