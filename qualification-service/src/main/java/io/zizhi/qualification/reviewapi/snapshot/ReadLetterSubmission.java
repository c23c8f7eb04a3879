package io.zizhi.qualification.reviewapi.snapshot;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.model.letter.LetterSubmissionRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the letter submitted under a work order, for review-service. */
@ApplicationScoped
public class ReadLetterSubmission {

    private final LetterSubmissionRepository submissions;
    private final LetterSnapshots snapshots;

    ReadLetterSubmission(LetterSubmissionRepository submissions, LetterSnapshots snapshots) {
        this.submissions = submissions;
        this.snapshots = snapshots;
    }

    @WithTransaction
    public Uni<LetterSnapshotView> handle(long workOrder) {
        return submissions
                .submitted(workOrder)
                .map(found -> found.orElseThrow(
                        () -> Problems.notFound("WORK_ORDER_NOT_FOUND", "There is no such work order.")))
                .chain(snapshots::view);
    }
}
