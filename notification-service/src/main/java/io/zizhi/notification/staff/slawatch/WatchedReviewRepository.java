package io.zizhi.notification.staff.slawatch;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The reviews that are open. */
@ApplicationScoped
class WatchedReviewRepository implements PanacheRepositoryBase<WatchedReview, Long> {}
