package io.zizhi.review.reporting.unfinished;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Measures all unfinished reviews. */
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
