package io.zizhi.notification.staff.notice;

import io.zizhi.notification.staff.subscription.SlaKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which group a review joins, so that a storm of events is a few notices. Warnings and breaches are gathered for the whole
 * window. An escalation is told at once when none was told for the length of the window, and gathered otherwise: at most
 * one notice per window and kind, but for the first escalation after a quiet time.
 */
final class Grouping {

    /** The newest group of a subscription and kind. */
    record Newest(long noticeId, long number, Instant closesAt) {}

    /** What is to be done with a review. */
    sealed interface Step {

        /** It joins the group that is open. */
        record Join(long noticeId) implements Step {}

        /** A group is opened for it. */
        record Open(long number, Instant closesAt) implements Step {}
    }

    private Grouping() {}

    /** @param now by the clock of the database, which also closes the groups */
    static Step next(Optional<Newest> newest, SlaKind kind, Duration window, Instant now) {
        if (newest.isPresent() && newest.get().closesAt().isAfter(now)) {
            return new Step.Join(newest.get().noticeId());
        }
        boolean quiet =
                newest.isEmpty() || !newest.get().closesAt().plus(window).isAfter(now);
        boolean atOnce = kind == SlaKind.ESCALATED && quiet;
        return new Step.Open(newest.map(Newest::number).orElse(0L) + 1, atOnce ? now : now.plus(window));
    }
}
