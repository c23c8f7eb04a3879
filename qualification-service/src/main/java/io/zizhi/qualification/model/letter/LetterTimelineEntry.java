package io.zizhi.qualification.model.letter;

import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.RecordedAct;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry in the timeline of a letter. Rows are only ever added. */
@Entity
@Table(name = "letter_timeline_entry")
public class LetterTimelineEntry extends RecordedAct {

    private long letterId;

    protected LetterTimelineEntry() {}

    private LetterTimelineEntry(
            long letterId,
            Act act,
            String actor,
            String role,
            Instant at,
            @Nullable Long workOrder,
            Map<String, Object> details) {
        super(act, actor, role, at, workOrder, details);
        this.letterId = letterId;
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

    public static LetterTimelineEntry byReviewer(
            String reviewer, Act act, LetterSubmission submission, Instant at, Map<String, Object> details) {
        return new LetterTimelineEntry(
                submission.letterId(), act, reviewer, Roles.REVIEWER, at, submission.workOrder(), details);
    }

    public static LetterTimelineEntry bySupervisor(
            String supervisor, Act act, LetterSubmission submission, Instant at, Map<String, Object> details) {
        return new LetterTimelineEntry(
                submission.letterId(), act, supervisor, Roles.SUPERVISOR, at, submission.workOrder(), details);
    }

    /** Creates an entry for an automatic act of the review service. */
    public static LetterTimelineEntry byDesk(
            Act act, LetterSubmission submission, Instant at, Map<String, Object> details) {
        return new LetterTimelineEntry(
                submission.letterId(), act, "review-service", Roles.SERVICE, at, submission.workOrder(), details);
    }

    /** Creates an entry for an act of a timer. */
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

    @Override
    protected long subjectId() {
        return letterId;
    }
}
