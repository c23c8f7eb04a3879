package io.zizhi.notification.staff.slawatch;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class WatchedReviewRepository implements PanacheRepositoryBase<WatchedReview, Long> {}
