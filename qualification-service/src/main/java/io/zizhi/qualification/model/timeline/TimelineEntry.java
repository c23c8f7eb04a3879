package io.zizhi.qualification.model.timeline;

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

    public TimelineEntry(Actor actor, Act act, Revision revision, Instant at, Map<String, Object> details) {
        super(actor, act, at, revision.workOrder().orElse(null), details);
        this.qualificationId = revision.qualificationId();
    }

    /** Creates an entry about the revision of a work order that is not loaded. */
    public TimelineEntry(
            Actor actor, Act act, long qualificationId, long workOrder, Instant at, Map<String, Object> details) {
        super(actor, act, at, workOrder, details);
        this.qualificationId = qualificationId;
    }

    @Override
    protected long subjectId() {
        return qualificationId;
    }
}
