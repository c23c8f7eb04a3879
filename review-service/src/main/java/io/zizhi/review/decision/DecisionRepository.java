package io.zizhi.review.decision;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class DecisionRepository implements PanacheRepositoryBase<Decision, Long> {

    public Uni<Decision> require(long workOrder) {
        return findById(workOrder)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("DECISION_NOT_FOUND", "The review is not decided."));
    }
}
