package io.zizhi.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A review ended with a decision. Notes in prose may hold personal data; they are asked for by internal API.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId the qualification under review
 * @param revision revision that was decided
 * @param outcome how
 * @param reasons of a rejection; else empty
 * @param items of a supplement request; else empty
 * @param reviewerId who decided
 * @param decidedAt when
 */
public record ReviewDecided(
        long workOrder,
        long qualificationId,
        int revision,
        ReviewOutcome outcome,
        List<DecisionReason> reasons,
        List<SupplementItem> items,
        String reviewerId,
        Instant decidedAt)
        implements ReviewEvent {}
