package io.zizhi.platform.operations;

import java.util.Map;
import java.util.Objects;

/**
 * The backlog of one service.
 *
 * @param service its name
 * @param parkedAggregates stopped at an event that could not be applied
 * @param heldEvents withheld behind a parked event or a gap
 * @param deadLetters unreadable records that wait for an operator
 * @param discards requested and not confirmed yet
 * @param unsentEvents in the outbox, not acknowledged by the broker yet
 * @param failingEvents unsent events whose last attempt failed
 * @param overdueTimers armed and due for more than five seconds
 */
public record OverviewView(
        String service,
        Backlog parkedAggregates,
        Backlog heldEvents,
        Backlog deadLetters,
        Backlog discards,
        Backlog unsentEvents,
        Backlog failingEvents,
        Backlog overdueTimers) {

    static OverviewView from(String service, Map<String, Backlog> figures) {
        return new OverviewView(
                service,
                figure(figures, "parked"),
                figure(figures, "held"),
                figure(figures, "dead"),
                figure(figures, "discards"),
                figure(figures, "unsent"),
                figure(figures, "failing"),
                figure(figures, "overdue"));
    }

    private static Backlog figure(Map<String, Backlog> figures, String name) {
        return Objects.requireNonNull(figures.get(name));
    }
}
