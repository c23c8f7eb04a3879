package io.zizhi.qualification.reviewapi.snapshot;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads a submission by its work order, for review-service. Later changes of the qualification do not affect it. */
@ApplicationScoped
public class ReadSubmission {

    private final PreviousRevisions revisions;
    private final Snapshots snapshots;

    ReadSubmission(PreviousRevisions revisions, Snapshots snapshots) {
        this.revisions = revisions;
        this.snapshots = snapshots;
    }

    @WithTransaction
    public Uni<SubmittedSnapshotView> handle(long workOrder) {
        return revisions.submitted(workOrder).chain(snapshots::of);
    }
}
