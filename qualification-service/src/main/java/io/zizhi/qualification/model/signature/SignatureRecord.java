package io.zizhi.qualification.model.signature;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.qualification.model.letter.LetterRecord;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterTimelineEntry;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import io.zizhi.qualification.model.timeline.TimelineRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Records an act on a signature: in the timelines of qualification and letter for the owner, and once in the
 * audit log.
 */
@ApplicationScoped
public class SignatureRecord {

    private final QualificationRepository qualifications;
    private final RevisionRepository revisions;
    private final TimelineRepository timeline;
    private final LetterRepository letters;
    private final LetterRecord letterRecord;
    private final AuditLog audit;

    SignatureRecord(
            QualificationRepository qualifications,
            RevisionRepository revisions,
            TimelineRepository timeline,
            LetterRepository letters,
            LetterRecord letterRecord,
            AuditLog audit) {
        this.qualifications = qualifications;
        this.revisions = revisions;
        this.timeline = timeline;
        this.letters = letters;
        this.letterRecord = letterRecord;
        this.audit = audit;
    }

    /** Records the act. Must be the last call in the transaction. */
    public Uni<Void> record(Actor actor, Act act, Signature signature, Place place, Instant at) {
        return each(place.qualifications(), id -> ofQualification(actor, act, signature, id, at))
                .chain(() -> each(place.letters(), id -> ofLetter(actor, act, signature, id, at)))
                .chain(() -> audit.append(new AuditEntry(
                        actor.subject(),
                        actor.role(),
                        signature.accountId(),
                        act.name().toLowerCase(Locale.ROOT).replace('_', '.'),
                        "signature",
                        Long.toString(signature.id()),
                        null,
                        List.of())));
    }

    private static Uni<Void> each(Set<Long> ids, LongFunction<Uni<Void>> publish) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> publish.apply(id))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** Uses the revision in force, because signatures are bound to that revision. */
    private Uni<Void> ofQualification(Actor actor, Act act, Signature signature, long qualificationId, Instant at) {
        return qualifications
                .findById(qualificationId)
                .map(qualification -> qualification.inForceRevision().orElseGet(qualification::shownRevision))
                .chain(revisions::findById)
                .chain(revision -> timeline.append(new TimelineEntry(actor, act, revision, at, details(signature))));
    }

    private Uni<Void> ofLetter(Actor actor, Act act, Signature signature, long letterId, Instant at) {
        return letters.findById(letterId)
                .chain(letter ->
                        letterRecord.append(new LetterTimelineEntry(actor, act, letter, at, details(signature))));
    }

    private static Map<String, Object> details(Signature signature) {
        Map<String, Object> details = new HashMap<>(Map.of(
                "signatureId", signature.id(),
                "name", signature.name(),
                "qualificationId", signature.qualificationId()));
        if (signature.letterId() != null) {
            details.put("letterId", signature.letterId());
        }
        return details;
    }
}
