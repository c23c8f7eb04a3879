package io.zizhi.qualification.model.letter;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
public class LetterSubmissionRepository implements PanacheRepositoryBase<LetterSubmission, Long> {

    /** Returns the submission of a letter under a work order, alone or with a qualification. */
    public Uni<Optional<LetterSubmission>> submitted(long workOrder) {
        return findById(workOrder).map(Optional::ofNullable);
    }

    /** Like {@link #submitted}, but fails with 404 if no letter was submitted. */
    public Uni<LetterSubmission> require(long workOrder) {
        return findById(workOrder)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("WORK_ORDER_NOT_FOUND", "There is no such work order."));
    }

    public Uni<Map<Long, LetterSubmission>> byWorkOrder(Collection<Long> workOrders) {
        return list("workOrder in ?1", List.copyOf(workOrders))
                .map(found ->
                        found.stream().collect(Collectors.toMap(LetterSubmission::workOrder, Function.identity())));
    }

    public Uni<Optional<LetterSubmission>> numbered(long letterId, int number) {
        return find("letterId = ?1 and number = ?2", letterId, number)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** Returns the latest submission of a letter up to the instant {@code then}. */
    public Uni<Optional<LetterSubmission>> newest(long letterId, Instant then) {
        return find("letterId = ?1 and submittedAt <= ?2 order by number desc", letterId, then)
                .firstResult()
                .map(Optional::ofNullable);
    }
}
