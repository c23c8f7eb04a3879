package io.zizhi.qualification.reviewapi.snapshot;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The review desk reads what was submitted the time before. */
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
