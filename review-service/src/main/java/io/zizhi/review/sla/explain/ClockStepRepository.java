package io.zizhi.review.sla.explain;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ExtensionReason;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.review.sla.explain.ClockStep.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stores the steps that moved due times. Callers must hold the locks of the reviews' rows, which keeps the steps in
 * order.
 */
@ApplicationScoped
public class ClockStepRepository {

    private static final String APPEND = """
            insert into clock_step(work_order, kind, made_at, made_by, added_seconds, reason, revision,
                policy_before, due_before, provisional_before, policy_after, due_after, provisional_after)
            select work_order, kind, made_at, made_by, added_seconds, reason, revision,
                policy_before, due_before, provisional_before, policy_after, due_after, provisional_after
            from unnest(
                cast(:workOrders as bigint[]),
                cast(:kinds as text[]),
                cast(cast(:instants as text[]) as timestamptz[]),
                cast(:persons as text[]),
                cast(:added as bigint[]),
                cast(:reasons as text[]),
                cast(:revisions as bigint[]),
                cast(:policiesBefore as text[]),
                cast(cast(:dueBefore as text[]) as timestamptz[]),
                cast(cast(:provisionalBefore as text[]) as boolean[]),
                cast(:policiesAfter as text[]),
                cast(cast(:dueAfter as text[]) as timestamptz[]),
                cast(cast(:provisionalAfter as text[]) as boolean[]))
                with ordinality as s(work_order, kind, made_at, made_by, added_seconds, reason, revision, policy_before,
                    due_before, provisional_before, policy_after, due_after, provisional_after, position)
            order by position
            """;

    private static final String OF_REVIEW = """
            select work_order, kind, made_at, made_by, added_seconds, reason, revision,
                policy_before, due_before, provisional_before, policy_after, due_after, provisional_after
            from clock_step
            """;

    /** Adds steps of several reviews in one statement, in the current transaction. */
    public Uni<Void> append(List<ClockStep> steps) {
        if (steps.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return new NativeQuery(APPEND)
                .with("workOrders", numbers(steps, ClockStep::workOrder))
                .with("kinds", texts(steps, step -> step.kind().name()))
                .with("instants", texts(steps, step -> step.at().toString()))
                .with("persons", texts(steps, ClockStep::by))
                .with("added", numbers(steps, step -> step.added().toSeconds()))
                .with("reasons", texts(steps, ClockStepRepository::reason))
                .with("revisions", numbers(steps, ClockStep::revision))
                .with("policiesBefore", standings(steps, ClockStep::before, Standing::policy))
                .with("dueBefore", standings(steps, ClockStep::before, Standing::dueAt))
                .with("provisionalBefore", standings(steps, ClockStep::before, Standing::provisional))
                .with("policiesAfter", standings(steps, ClockStep::after, Standing::policy))
                .with("dueAfter", standings(steps, ClockStep::after, Standing::dueAt))
                .with("provisionalAfter", standings(steps, ClockStep::after, Standing::provisional))
                .execute()
                .replaceWithVoid();
    }

    /** Returns the steps of a review in order. */
    Uni<List<ClockStep>> of(long workOrder) {
        return new NativeQuery(OF_REVIEW)
                .where("work_order = :workOrder", "workOrder", workOrder)
                .then("order by id")
                .rows()
                .map(rows -> rows.stream().map(ClockStepRepository::step).toList());
    }

    private static @Nullable String reason(ClockStep step) {
        ExtensionReason reason = step.reason();
        return reason == null ? null : reason.name();
    }

    private static ClockStep step(Row row) {
        String reason = row.textOrNull("reason");
        return new ClockStep(
                row.number("work_order"),
                ClockStep.Kind.valueOf(row.text("kind")),
                row.instant("made_at"),
                row.textOrNull("made_by"),
                Duration.ofSeconds(row.number("added_seconds")),
                reason == null ? null : ExtensionReason.valueOf(reason),
                row.number("revision"),
                standing(row, "before"),
                standing(row, "after"));
    }

    private static @Nullable Standing standing(Row row, String when) {
        Instant dueAt = row.instantOrNull("due_" + when);
        return dueAt == null ? null : new Standing(row.text("policy_" + when), dueAt, row.flag("provisional_" + when));
    }

    private static Long[] numbers(List<ClockStep> steps, Function<ClockStep, Long> number) {
        return steps.stream().map(number).toArray(Long[]::new);
    }

    private static @Nullable String[] texts(List<ClockStep> steps, Function<ClockStep, @Nullable String> text) {
        return steps.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String[] standings(
            List<ClockStep> steps, Function<ClockStep, @Nullable Standing> when, Function<Standing, Object> what) {
        return texts(steps, step -> {
            Standing standing = when.apply(step);
            return standing == null ? null : what.apply(standing).toString();
        });
    }
}
