package io.zizhi.qualification.model.timeline;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Records an act on a qualification: in the timeline for the owner, in the audit log for the auditor. */
@ApplicationScoped
public class FilingRecord {

    private final TimelineRepository timeline;
    private final AuditLog audit;

    FilingRecord(TimelineRepository timeline, AuditLog audit) {
        this.timeline = timeline;
        this.audit = audit;
    }

    /** Records an act of an applicant. Must be the last call in the transaction. */
    public Uni<Void> record(
            Caller applicant,
            Act act,
            Qualification qualification,
            Revision revision,
            Instant at,
            Map<String, Object> details) {
        return record(Actor.applicant(applicant), act, qualification, revision, at, details);
    }

    /** Records the act of any actor. */
    public Uni<Void> record(
            Actor actor,
            Act act,
            Qualification qualification,
            Revision revision,
            Instant at,
            Map<String, Object> details) {
        TimelineEntry entry = new TimelineEntry(actor, act, revision, at, details);
        return timeline.append(entry)
                .chain(() -> audit.append(new AuditEntry(
                        actor.subject(),
                        actor.role(),
                        qualification.accountId(),
                        "qualification." + act.name().toLowerCase(Locale.ROOT),
                        "qualification",
                        Long.toString(qualification.id()),
                        null,
                        entry.fields())));
    }
}
