package io.zizhi.review.reviewer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds who took part in the decision of a review. */
@ApplicationScoped
class ParticipantRepository {

    private static final String TOOK_PART = """
            select exists (select from decision
                    where work_order = :workOrder and :person in (reviewer_id, confirmer_id))
                or exists (select from proposal
                    where work_order = :workOrder and :person in (proposer_id, second_id))
                or exists (select from undone_decision
                    where work_order = :workOrder and :person in (reviewer_id, confirmer_id, undone_by))
            """;

    /** Whether this person made, proposed, confirmed, returned or undid a decision of the review. */
    Uni<Boolean> tookPart(long workOrder, String person) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TOOK_PART, Boolean.class)
                        .setParameter("workOrder", workOrder)
                        .setParameter("person", person)
                        .getSingleResult());
    }
}
