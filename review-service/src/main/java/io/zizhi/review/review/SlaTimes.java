package io.zizhi.review.review;

import io.zizhi.review.clock.DueTimes;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one review: when its stages are due and when they were reached.
 *
 * @param policy name of the clock policy
 * @param openedAt start of the clock, the submission's instant
 * @param warnAt when to warn
 * @param dueAt when the target is used up; the queue is ordered by it
 * @param escalateAt when to escalate
 * @param provisional whether a day without a published calendar was counted on the way to {@code escalateAt}; the
 *     instants after that day may move when it is published, those before it stay
 * @param warnedAt when the warning stage was reached; null before
 * @param breachedAt when the target was missed; null before
 * @param escalatedAt when the escalation stage was reached; null before
 */
@Embeddable
public record SlaTimes(
        @Column(name = "policy") String policy,
        @Column(name = "opened_at") Instant openedAt,
        @Column(name = "warn_at") Instant warnAt,
        @Column(name = "due_at") Instant dueAt,
        @Column(name = "escalate_at") Instant escalateAt,
        @Column(name = "provisional") boolean provisional,
        @Column(name = "warned_at") @Nullable Instant warnedAt,
        @Column(name = "breached_at") @Nullable Instant breachedAt,
        @Column(name = "escalated_at") @Nullable Instant escalatedAt) {

    static SlaTimes from(DueTimes due) {
        return new SlaTimes(
                due.policy(),
                due.from(),
                due.warnAt(),
                due.dueAt(),
                due.escalateAt(),
                due.provisional(),
                null,
                null,
                null);
    }

    public Instant at(SlaStage stage) {
        return switch (stage) {
            case WARN -> warnAt;
            case BREACH -> dueAt;
            case ESCALATE -> escalateAt;
        };
    }

    SlaTimes reached(SlaStage stage, Instant now) {
        return switch (stage) {
            case WARN -> flags(now, breachedAt, escalatedAt);
            case BREACH -> flags(warnedAt, now, escalatedAt);
            case ESCALATE -> flags(warnedAt, breachedAt, now);
        };
    }

    private SlaTimes flags(@Nullable Instant warned, @Nullable Instant breached, @Nullable Instant escalated) {
        return new SlaTimes(policy, openedAt, warnAt, dueAt, escalateAt, provisional, warned, breached, escalated);
    }

    /** Returns when {@code stage} was reached; null before. */
    public @Nullable Instant reachedAt(SlaStage stage) {
        return switch (stage) {
            case WARN -> warnedAt;
            case BREACH -> breachedAt;
            case ESCALATE -> escalatedAt;
        };
    }

    /** Returns whether a stage was due by {@code now} and is not flagged as reached. */
    boolean isMissing(Instant now) {
        return Stream.of(SlaStage.values())
                .anyMatch(stage -> reachedAt(stage) == null && !at(stage).isAfter(now));
    }

    boolean agreesWith(DueTimes due) {
        return policy.equals(due.policy())
                && warnAt.equals(due.warnAt())
                && dueAt.equals(due.dueAt())
                && escalateAt.equals(due.escalateAt())
                && provisional == due.provisional();
    }

    /**
     * Returns a copy with new instants and possibly another policy. A reached stage stays reached unless its new
     * instant is in the future.
     */
    SlaTimes rescheduled(DueTimes due, Instant now) {
        return new SlaTimes(
                due.policy(),
                openedAt,
                due.warnAt(),
                due.dueAt(),
                due.escalateAt(),
                due.provisional(),
                due.warnAt().isAfter(now) ? null : warnedAt,
                due.dueAt().isAfter(now) ? null : breachedAt,
                due.escalateAt().isAfter(now) ? null : escalatedAt);
    }
}
