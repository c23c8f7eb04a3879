package io.zizhi.qualification.reviewapi.snapshot;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the previous submission of a qualification, for review-service. */
@ApplicationScoped
public class ReadPreviousSubmission {

    private final PreviousRevisions revisions;
    private final Snapshots snapshots;

    ReadPreviousSubmission(PreviousRevisions revisions, Snapshots snapshots) {
        this.revisions = revisions;
        this.snapshots = snapshots;
    }

    @WithTransaction
    public Uni<SubmittedSnapshotView> handle(long workOrder) {
        return revisions
                .submitted(workOrder)
                .chain(revision -> revisions.before(revision, BeforeName.of(null)))
                .chain(snapshots::of);
    }
}
