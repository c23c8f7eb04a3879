package io.zizhi.review.reporting.unfinished;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at all reviews that are not finished. */
@ApplicationScoped
class MeasureUnfinishedWork {

    private final UnfinishedWorkRepository work;

    MeasureUnfinishedWork(UnfinishedWorkRepository work) {
        this.work = work;
    }

    @WithSession
    Uni<MeasuredWork> measure() {
        return work.groups().chain(groups -> work.reviewers().map(reviewers -> new MeasuredWork(groups, reviewers)));
    }
}
