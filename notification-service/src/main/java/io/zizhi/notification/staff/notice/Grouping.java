package io.zizhi.notification.staff.notice;

import io.zizhi.notification.staff.subscription.SlaKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Chooses the group of a review, so that a burst of events makes few notices. Warnings and breaches are collected for
 * the whole window. An escalation is sent at once if the subscription had no escalation for the length of the window;
 * otherwise it is collected. So each kind creates at most one notice per window, plus the first escalation after a
 * quiet period.
 */
final class Grouping {

    /** The newest group of a subscription and kind. */
    record Newest(long noticeId, long number, Instant closesAt) {}

    /** The next step for a review. */
    sealed interface Step {

        /** The review joins the open group. */
        record Join(long noticeId) implements Step {}

        /** A group is opened for the review. */
        record Open(long number, Instant closesAt) implements Step {}
    }

    private Grouping() {}

    /** @param now database time, by which groups are also closed */
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
