package io.zizhi.qualification.timeline;

import io.vertx.core.json.JsonObject;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.revision.Revision;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One act in the history of a qualification. Rows are only ever added. */
@Entity
@Table(name = "timeline_entry")
public class TimelineEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private @Nullable Long id;

    @Column(name = "qualification_id")
    private long qualificationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "act")
    private Act act;

    /** Subject of the token of who acted. */
    @Column(name = "actor")
    private String actor;

    /** In which role; see {@link Roles}. */
    @Column(name = "role")
    private String role;

    @Column(name = "at")
    private Instant at;

    @Column(name = "work_order")
    private @Nullable Long workOrder;

    /** Codes, pointers and numbers; never personal data. */
    @Column(name = "details")
    private JsonObject details;

    protected TimelineEntry() {}

    private TimelineEntry(
            Revision revision, Act act, String actor, String role, Instant at, Map<String, Object> details) {
        this.qualificationId = revision.qualificationId();
        this.workOrder = revision.workOrder().orElse(null);
        this.act = act;
        this.actor = actor;
        this.role = role;
        this.at = at;
        this.details = new JsonObject(details);
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

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    Act act() {
        return act;
    }

    String actor() {
        return actor;
    }

    String role() {
        return role;
    }

    Instant at() {
        return at;
    }

    @Nullable
    Long workOrder() {
        return workOrder;
    }

    Map<String, Object> details() {
        return details.getMap();
    }
}
