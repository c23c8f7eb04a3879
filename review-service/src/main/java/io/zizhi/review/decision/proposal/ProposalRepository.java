package io.zizhi.review.decision.proposal;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.review.review.Review;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds proposals. They change with their review's row locked. */
@ApplicationScoped
public class ProposalRepository implements PanacheRepositoryBase<Proposal, String> {

    /** The last one of the review, or null where there was none. */
    Uni<@Nullable Proposal> last(Review review) {
        return findById(Proposal.id(review.workOrder(), review.proposals()));
    }

    /** All of the review, the last one first. */
    Uni<List<Proposal>> of(long workOrder) {
        return list("workOrder = ?1 order by number desc", workOrder);
    }
}
