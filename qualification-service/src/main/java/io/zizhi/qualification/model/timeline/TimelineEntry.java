package io.zizhi.qualification.model.timeline;

import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;

/** One entry in the timeline of a qualification. Rows are only ever added. */
@Entity
@Table(name = "timeline_entry")
public class TimelineEntry extends RecordedAct {

    private long qualificationId;

    protected TimelineEntry() {}

    private TimelineEntry(
            Revision revision, Act act, String actor, String role, Instant at, Map<String, Object> details) {
        super(act, actor, role, at, revision.workOrder().orElse(null), details);
        this.qualificationId = revision.qualificationId();
    }

    public static TimelineEntry byApplicant(
            Caller applicant, Act act, Revision revision, Instant at, Map<String, Object> details) {
        return new TimelineEntry(revision, act, applicant.subject(), Roles.APPLICANT, at, details);
    }

    public static TimelineEntry byReviewer(
            String reviewer, Act act, Revision revision, Instant at, Map<String, Object> details) {
        return new TimelineEntry(revision, act, reviewer, Roles.REVIEWER, at, details);
    }

    public static TimelineEntry bySupervisor(
            String supervisor, Act act, Revision revision, Instant at, Map<String, Object> details) {
        return new TimelineEntry(revision, act, supervisor, Roles.SUPERVISOR, at, details);
    }

    /** Creates an entry for an automatic act of the review service. */
    public static TimelineEntry byDesk(Act act, Revision revision, Instant at, Map<String, Object> details) {
        return new TimelineEntry(revision, act, "review-service", Roles.SERVICE, at, details);
    }

    /** Creates an entry for an act of a timer. */
    public static TimelineEntry byClock(Act act, Revision revision, Instant at, Map<String, Object> details) {
        return new TimelineEntry(revision, act, "qualification-service", Roles.SERVICE, at, details);
    }

    public static TimelineEntry byOperator(
            String operator, Act act, Revision revision, Instant at, Map<String, Object> details) {
        return new TimelineEntry(revision, act, operator, Roles.OPERATOR, at, details);
    }

    public static TimelineEntry bySignatureSystem(
            String system, Act act, Revision revision, Instant at, Map<String, Object> details) {
        return new TimelineEntry(revision, act, system, Roles.SIGNATURE_SYSTEM, at, details);
    }

    @Override
    protected long subjectId() {
        return qualificationId;
    }
}
