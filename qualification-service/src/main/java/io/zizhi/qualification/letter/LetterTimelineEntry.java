package io.zizhi.qualification.letter;

import io.vertx.core.json.JsonObject;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.timeline.Act;
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

/** One act in the history of a letter. Rows are only ever added. */
@Entity
@Table(name = "letter_timeline_entry")
public class LetterTimelineEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private @Nullable Long id;

    @Column(name = "letter_id")
    private long letterId;

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

    protected LetterTimelineEntry() {}

    private LetterTimelineEntry(
            long letterId,
            Act act,
            String actor,
            String role,
            Instant at,
            @Nullable Long workOrder,
            Map<String, Object> details) {
        this.letterId = letterId;
        this.act = act;
        this.actor = actor;
        this.role = role;
        this.at = at;
        this.workOrder = workOrder;
        this.details = new JsonObject(details);
    }

    static LetterTimelineEntry byApplicant(
            Caller applicant, Act act, AuthorizationLetter letter, Instant at, Map<String, Object> details) {
        return new LetterTimelineEntry(
                letter.id(),
                act,
                applicant.subject(),
                Roles.APPLICANT,
                at,
                letter.currentOrder().orElse(null),
                details);
    }

    /** An act of a reviewer on what was submitted. */
    public static LetterTimelineEntry byReviewer(
            String reviewer, Act act, LetterSubmission submission, Instant at, Map<String, Object> details) {
        return new LetterTimelineEntry(
                submission.letterId(), act, reviewer, Roles.REVIEWER, at, submission.workOrder(), details);
    }

    /** What the review desk did by itself. */
    public static LetterTimelineEntry byDesk(
            Act act, LetterSubmission submission, Instant at, Map<String, Object> details) {
        return new LetterTimelineEntry(
                submission.letterId(), act, "review-service", Roles.SERVICE, at, submission.workOrder(), details);
    }

    /** What came with time. */
    public static LetterTimelineEntry byClock(
            Act act, AuthorizationLetter letter, Instant at, Map<String, Object> details) {
        return new LetterTimelineEntry(
                letter.id(),
                act,
                "qualification-service",
                Roles.SERVICE,
                at,
                letter.currentOrder().orElse(null),
                details);
    }

    /** What a signature system did with a signature that the letter authorises. */
    public static LetterTimelineEntry bySignatureSystem(
            String system, Act act, AuthorizationLetter letter, Instant at, Map<String, Object> details) {
        return new LetterTimelineEntry(
                letter.id(),
                act,
                system,
                Roles.SIGNATURE_SYSTEM,
                at,
                letter.currentOrder().orElse(null),
                details);
    }

    public long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    public Act act() {
        return act;
    }

    public String actor() {
        return actor;
    }

    public String role() {
        return role;
    }

    public Instant at() {
        return at;
    }

    public @Nullable Long workOrder() {
        return workOrder;
    }

    public Map<String, Object> details() {
        return details.getMap();
    }
}
