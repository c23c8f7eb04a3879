package io.zizhi.qualification.outcome.expiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.platform.timers.Timers;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.outcome.unwatched.Unwatched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Qualifications that were approved before there were reminders: with one statement for each kind of row. */
@ApplicationScoped
public class UnwatchedQualifications implements Unwatched {

    /** Nobody has armed them before. */
    private static final int CYCLE = 1;

    private final ExpiryRepository expiries;
    private final RevisionRepository revisions;
    private final Timers timers;
    private final DatabaseTime time;
    private final ReminderConfig reminders;

    UnwatchedQualifications(
            ExpiryRepository expiries,
            RevisionRepository revisions,
            Timers timers,
            DatabaseTime time,
            ReminderConfig reminders) {
        this.expiries = expiries;
        this.revisions = revisions;
        this.timers = timers;
        this.time = time;
        this.reminders = reminders;
    }

    @Override
    public String ownerType() {
        return ExpiryWatch.OWNER;
    }

    @Override
    public Uni<List<Long>> lockFree(List<Long> ids) {
        return expiries.lockFree(ids);
    }

    @Override
    public Uni<Void> watch(List<Long> ids) {
        return expiries.watchFirst(ids)
                .chain(first -> first.isEmpty() ? Uni.createFrom().voidItem() : arm(first));
    }

    private Uni<Void> arm(List<Long> ids) {
        return expiries.locked(ids)
                .chain(qualifications -> revisions.byId(inForce(qualifications.values())))
                .chain(inForce -> time.now()
                        .chain(now -> timers.armAll(ExpiryWatch.OWNER, CYCLE, points(inForce.values(), now))));
    }

    private static List<Long> inForce(Collection<Qualification> qualifications) {
        return qualifications.stream()
                .map(Qualification::inForceRevision)
                .flatMap(Optional::stream)
                .toList();
    }

    private Map<Long, Map<String, Instant>> points(Collection<Revision> inForce, Instant now) {
        return inForce.stream()
                .collect(Collectors.toMap(
                        Revision::qualificationId,
                        revision ->
                                ExpiryPoint.fromWhereTheyStand(revision.evidenceEnds(), reminders.remindAt(), now)));
    }
}
