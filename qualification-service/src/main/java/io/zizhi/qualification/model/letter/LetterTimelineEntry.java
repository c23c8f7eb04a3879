package io.zizhi.qualification.model.letter;

import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.model.timeline.RecordedAct;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;

/** One entry in the timeline of a letter. Rows are only ever added. */
@Entity
@Table(name = "letter_timeline_entry")
public class LetterTimelineEntry extends RecordedAct {

    private long letterId;

    protected LetterTimelineEntry() {}

    /** Records an act on the letter under its current work order, if it has one. */
    public LetterTimelineEntry(
            Actor actor, Act act, AuthorizationLetter letter, Instant at, Map<String, Object> details) {
        super(actor, act, at, letter.currentOrder().orElse(null), details);
        this.letterId = letter.id();
    }

    public LetterTimelineEntry(
            Actor actor, Act act, LetterSubmission submission, Instant at, Map<String, Object> details) {
        super(actor, act, at, submission.workOrder(), details);
        this.letterId = submission.letterId();
    }

    @Override
    protected long subjectId() {
        return letterId;
    }
}
