package io.zizhi.qualification.model.letter;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.model.timeline.Timelines;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Records acts on letters: in the timeline for the owner, in the audit log for the auditor. */
@ApplicationScoped
public class LetterRecord implements PanacheRepositoryBase<LetterTimelineEntry, Long> {

    private static final Timelines TIMELINES = new Timelines("letter_timeline_entry", "letter_id");

    private final AuditLog audit;

    LetterRecord(AuditLog audit) {
        this.audit = audit;
    }

    /** Records an act of an applicant. Must be the last call in the transaction. */
    public Uni<Void> record(
            Caller applicant, Act act, AuthorizationLetter letter, Instant at, Map<String, Object> details) {
        return record(Actor.applicant(applicant), act, letter, at, details);
    }

    /** Records the act of any actor. */
    public Uni<Void> record(Actor actor, Act act, AuthorizationLetter letter, Instant at, Map<String, Object> details) {
        LetterTimelineEntry entry = new LetterTimelineEntry(actor, act, letter, at, details);
        return append(entry)
                .chain(() -> audit.append(new AuditEntry(
                        actor.subject(),
                        actor.role(),
                        letter.accountId(),
                        "letter." + act.name().toLowerCase(Locale.ROOT),
                        "authorization-letter",
                        Long.toString(letter.id()),
                        null,
                        entry.fields())));
    }

    public Uni<Void> append(LetterTimelineEntry entry) {
        return appendAll(List.of(entry));
    }

    /** Adds entries of many letters in the current transaction. */
    public Uni<Void> appendAll(List<LetterTimelineEntry> entries) {
        return TIMELINES.append(entries);
    }

    /** Returns up to {@code limit} entries after the entry {@code after}, oldest first. */
    public Uni<List<LetterTimelineEntry>> of(long letterId, long after, int limit) {
        return find("letterId = ?1 and id > ?2 order by id", letterId, after)
                .range(0, limit - 1)
                .list();
    }
}
