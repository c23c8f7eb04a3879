package io.zizhi.qualification.testing;

import io.zizhi.contracts.DecisionReason;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.contracts.ReviewEvent;
import io.zizhi.contracts.ReviewOpened;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.SupplementItem;
import io.zizhi.platform.testkit.EventBus;
import java.time.Instant;
import java.util.List;

/** Simulates review-service by publishing its events. */
public final class Desk {

    private Desk() {}

    /** Publishes the first event of a submission's review. */
    public static ReviewOpened open(Filer.Submitted submitted) {
        Instant now = Instant.parse("2026-11-24T02:00:00Z");
        ReviewOpened opened = new ReviewOpened(
                submitted.workOrder(),
                submitted.id(),
                1,
                "STANDARD",
                now,
                now.plusSeconds(5400),
                now.plusSeconds(7200),
                now.plusSeconds(10800),
                true);
        EventBus.publish(opened, 1);
        return opened;
    }

    /** Publishes {@code event} as the only event of its review. */
    public static void publish(ReviewEvent event) {
        EventBus.publish(event, 1);
    }

    /** Publishes {@code event} as event {@code number} of its review. */
    public static void publish(ReviewEvent event, long number) {
        EventBus.publish(event, number);
    }

    public static ReviewDecided approved(long workOrder, long id) {
        return decided(workOrder, id, ReviewOutcome.APPROVED, List.of(), List.of());
    }

    public static ReviewDecided rejected(long workOrder, long id) {
        return decided(
                workOrder,
                id,
                ReviewOutcome.REJECTED,
                List.of(new DecisionReason("COMPANY_NAME_MISMATCH", "/company/name")),
                List.of());
    }

    public static ReviewDecided supplement(long workOrder, long id) {
        return decided(
                workOrder,
                id,
                ReviewOutcome.SUPPLEMENT_REQUESTED,
                List.of(),
                List.of(new SupplementItem("MATERIAL_INSUFFICIENT", "/moreMaterial", "MORE_MATERIAL")));
    }

    private static ReviewDecided decided(
            long workOrder, long id, ReviewOutcome outcome, List<DecisionReason> reasons, List<SupplementItem> items) {
        return new ReviewDecided(
                workOrder, id, 1, outcome, reasons, items, "reviewer-a", Instant.parse("2026-11-24T03:00:00Z"));
    }
}
