package io.zizhi.platform.sample;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Records the version of each event in order of arrival. Fails for revisions that a test chooses. */
@ApplicationScoped
public class OnQualificationSubmitted implements Reaction<QualificationSubmitted> {

    private static final int NONE = -1;

    private final TallyRepository tallies;
    private volatile int failingRevision = NONE;
    private volatile int unreachableRevision = NONE;

    @Inject
    OnQualificationSubmitted(TallyRepository tallies) {
        this.tallies = tallies;
    }

    public void failAtRevision(int revision) {
        failingRevision = revision;
    }

    /** Simulates an outage of a service that this revision needs. */
    public void outageAtRevision(int revision) {
        unreachableRevision = revision;
    }

    public void failNoMore() {
        failingRevision = NONE;
        unreachableRevision = NONE;
    }

    @Override
    public Class<QualificationSubmitted> event() {
        return QualificationSubmitted.class;
    }

    @Override
    public Uni<Void> react(QualificationSubmitted event, EventContext context) {
        return tallies.lockOrCreate(event.qualificationId())
                .invoke(tally -> tally.add(Long.toString(context.aggregateVersion())))
                .invoke(tally -> {
                    if (event.revision() == unreachableRevision) {
                        throw Problems.unavailable("PEER_DOWN", "A peer is down.", Duration.ofSeconds(1));
                    }
                    if (event.revision() == failingRevision) {
                        throw new IllegalStateException("Switched to fail");
                    }
                })
                .replaceWithVoid();
    }
}
