package io.zizhi.review.decision.undo;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class UndoneDecisionRepository implements PanacheRepositoryBase<UndoneDecision, String> {

    /** Returns all undone decisions of the review, the latest first. */
    Uni<List<UndoneDecision>> of(long workOrder) {
        return list("workOrder = ?1 order by number desc", workOrder);
    }
}
