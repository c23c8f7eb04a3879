package io.zizhi.review.decision.undo;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds decisions that were undone. */
@ApplicationScoped
public class UndoneDecisionRepository implements PanacheRepositoryBase<UndoneDecision, String> {

    /** All of the review, the last one first. */
    Uni<List<UndoneDecision>> of(long workOrder) {
        return list("workOrder = ?1 order by number desc", workOrder);
    }
}
