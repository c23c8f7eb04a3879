package io.zizhi.review.decision.proposal;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.review.review.Review;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds proposals. A proposal changes only while its review's row is locked. */
@ApplicationScoped
public class ProposalRepository implements PanacheRepositoryBase<Proposal, String> {

    /** Returns the latest proposal of the review; null if there is none. */
    Uni<@Nullable Proposal> last(Review review) {
        return findById(Proposal.id(review.workOrder(), review.proposals()));
    }

    /** Returns all proposals of the review, the latest first. */
    Uni<List<Proposal>> of(long workOrder) {
        return list("workOrder = ?1 order by number desc", workOrder);
    }
}
