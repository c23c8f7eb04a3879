package io.zizhi.notification.staff.slawatch;

import io.zizhi.contracts.ReviewOpened;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The clock policy of an open review. */
@Entity
@Table(name = "watched_review")
class WatchedReview {

    @Id
    private long workOrder;

    private String policy;

    /** Used by Hibernate. */
    protected WatchedReview() {}

    WatchedReview(ReviewOpened opened) {
        this.workOrder = opened.workOrder();
        this.policy = opened.policy();
    }

    void goBy(String otherPolicy) {
        policy = otherPolicy;
    }

    String policy() {
        return policy;
    }
}
