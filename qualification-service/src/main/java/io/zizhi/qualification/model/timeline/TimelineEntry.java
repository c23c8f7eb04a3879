package io.zizhi.qualification.model.timeline;

import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;

/** One act in the history of a qualification. Rows are only ever added. */
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

    /** An act of the applicant on {@code revision}. */
    public static TimelineEntry byApplicant(
            Caller applicant, Act act, Revision revision, Instant at, Map<String, Object> details) {
        return new TimelineEntry(revision, act, applicant.subject(), Roles.APPLICANT, at, details);
    }

    /** An act of a reviewer on {@code revision}. */
    public static TimelineEntry byReviewer(
            String reviewer, Act act, Revision revision, Instant at, Map<String, Object> details) {
        return new TimelineEntry(revision, act, reviewer, Roles.REVIEWER, at, details);
    }

    /** An act of a supervisor on the review of {@code revision}. */
    public static TimelineEntry bySupervisor(
            String supervisor, Act act, Revision revision, Instant at, Map<String, Object> details) {
        return new TimelineEntry(revision, act, supervisor, Roles.SUPERVISOR, at, details);
    }

    /** What the review desk did by itself. */
    public static TimelineEntry byDesk(Act act, Revision revision, Instant at, Map<String, Object> details) {
        return new TimelineEntry(revision, act, "review-service", Roles.SERVICE, at, details);
    }

    /** What came with time. */
    public static TimelineEntry byClock(Act act, Revision revision, Instant at, Map<String, Object> details) {
        return new TimelineEntry(revision, act, "qualification-service", Roles.SERVICE, at, details);
    }

    /** An act of a signature system on the qualification of {@code revision}. */
    public static TimelineEntry bySignatureSystem(
            String system, Act act, Revision revision, Instant at, Map<String, Object> details) {
        return new TimelineEntry(revision, act, system, Roles.SIGNATURE_SYSTEM, at, details);
    }

    @Override
    protected long subjectId() {
        return qualificationId;
    }
}
