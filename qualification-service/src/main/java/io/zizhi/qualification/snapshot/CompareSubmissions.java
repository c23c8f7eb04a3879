package io.zizhi.qualification.snapshot;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.comparison.FormDifference;
import io.zizhi.qualification.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The review desk sees what changed since a qualification was submitted before. */
@ApplicationScoped
public class CompareSubmissions {

    private final PreviousRevisions revisions;
    private final Snapshots snapshots;

    @Inject
    CompareSubmissions(PreviousRevisions revisions, Snapshots snapshots) {
        this.revisions = revisions;
        this.snapshots = snapshots;
    }

    /** @param from number of the revision to compare with; without it the one submitted just before */
    @WithTransaction
    public Uni<SubmissionDifferenceView> handle(long workOrder, Optional<Integer> from) {
        return revisions
                .submitted(workOrder)
                .chain(after -> revisions.before(after, from).chain(before -> compare(before, after)));
    }

    private Uni<SubmissionDifferenceView> compare(Revision before, Revision after) {
        return snapshots
                .cipher(after)
                .map(cipher -> SubmissionDifferenceView.of(
                        before,
                        after,
                        FormDifference.between(snapshots.form(before, cipher), snapshots.form(after, cipher))));
    }
}
