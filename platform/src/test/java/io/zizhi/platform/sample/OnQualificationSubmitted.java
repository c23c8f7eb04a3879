package io.zizhi.platform.sample;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.platform.inbox.EventContext;
import io.zizhi.platform.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes the version of each event down, in the order of arrival; fails for a revision that is switched to fail. */
@ApplicationScoped
public class OnQualificationSubmitted implements Reaction<QualificationSubmitted> {

    private static final int NONE = -1;

    private final TallyRepository tallies;
    private volatile int failingRevision = NONE;

    @Inject
    OnQualificationSubmitted(TallyRepository tallies) {
        this.tallies = tallies;
    }

    public void failAtRevision(int revision) {
        failingRevision = revision;
    }

    public void failNoMore() {
        failingRevision = NONE;
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
                    if (event.revision() == failingRevision) {
                        throw new IllegalStateException("Switched to fail");
                    }
                })
                .replaceWithVoid();
    }
}
