package io.zizhi.platform.operations;

import java.util.Map;
import java.util.Objects;

/**
 * All that waits in one service.
 *
 * @param service its name
 * @param parkedAggregates stopped at an event that could not be applied
 * @param heldEvents kept back, behind a parked one or a gap
 * @param deadLetters could not be read and wait for an operator
 * @param discards asked for and not yet confirmed
 * @param unsentEvents in the outbox, not yet acknowledged by the broker
 * @param failingEvents those of them whose last try failed
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
