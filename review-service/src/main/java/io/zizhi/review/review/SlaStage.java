package io.zizhi.review.review;

import io.zizhi.contracts.ReviewEvent;
import io.zizhi.contracts.SlaBreached;
import io.zizhi.contracts.SlaEscalated;
import io.zizhi.contracts.SlaWarned;
import java.time.Instant;

/** The stages that the clock of an unfinished review reaches, in order. Their names are the kinds of its timers. */
public enum SlaStage {
    WARN("warned_at"),
    BREACH("breached_at"),
    ESCALATE("escalated_at");

    private final String column;

    SlaStage(String column) {
        this.column = column;
    }

    /** Returns the column that stores when a review reached this stage; see {@link SlaTimes#reachedAt}. */
    String column() {
        return column;
    }

    /** Builds the event of this stage. */
    ReviewEvent reached(long workOrder, Submission about, Instant dueAt, Instant now) {
        return switch (this) {
            case WARN ->
                new SlaWarned(workOrder, about.qualificationId(), dueAt, now, about.subject(), about.letterId());
            case BREACH ->
                new SlaBreached(workOrder, about.qualificationId(), dueAt, now, about.subject(), about.letterId());
            case ESCALATE ->
                new SlaEscalated(workOrder, about.qualificationId(), dueAt, now, about.subject(), about.letterId());
        };
    }
}
