package io.zizhi.review.reviewer;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Finds reviews by participant in the decision. */
@ApplicationScoped
class ParticipantRepository {

    private static final String TOOK_PART = """
            select one.work_order
            from unnest(cast(:workOrders as bigint[])) as one(work_order)
            where exists (select from decision
                    where work_order = one.work_order and :person in (reviewer_id, confirmer_id))
                or exists (select from proposal
                    where work_order = one.work_order and :person in (proposer_id, second_id))
                or exists (select from undone_decision
                    where work_order = one.work_order and :person in (reviewer_id, confirmer_id, undone_by))
            """;

    /** Returns the reviews whose decision this person made, proposed, confirmed, returned or undid. */
    Uni<List<Long>> withPart(Collection<Long> workOrders, String person) {
        if (workOrders.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return new NativeQuery(TOOK_PART)
                .with("workOrders", workOrders.toArray(Long[]::new))
                .with("person", person)
                .list(Long.class);
    }
}
