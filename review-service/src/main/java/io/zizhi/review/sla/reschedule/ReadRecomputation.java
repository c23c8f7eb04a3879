package io.zizhi.review.sla.reschedule;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows how far a change has been carried to the reviews. */
@ApplicationScoped
public class ReadRecomputation {

    private final RecomputationRepository recomputations;

    ReadRecomputation(RecomputationRepository recomputations) {
        this.recomputations = recomputations;
    }

    @WithSession
    public Uni<RecomputationView> read(long id) {
        return recomputations
                .find(id)
                .map(found -> found.orElseThrow(
                        () -> Problems.notFound("RECOMPUTATION_NOT_FOUND", "There is no revision of this number.")))
                .map(RecomputationView::from);
    }
}
