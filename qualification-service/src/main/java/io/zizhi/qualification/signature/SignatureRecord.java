package io.zizhi.qualification.signature;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.audit.AuditEntry;
import io.zizhi.platform.audit.AuditLog;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.dossier.Qualification;
import io.zizhi.qualification.dossier.QualificationRepository;
import io.zizhi.qualification.revision.RevisionRepository;
import io.zizhi.qualification.timeline.Act;
import io.zizhi.qualification.timeline.TimelineEntry;
import io.zizhi.qualification.timeline.TimelineRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Notes a signature system's act in the timeline of the qualification and in the audit. */
@ApplicationScoped
class SignatureRecord {

    private final QualificationRepository qualifications;
    private final RevisionRepository revisions;
    private final TimelineRepository timeline;
    private final AuditLog audit;

    @Inject
    SignatureRecord(
            QualificationRepository qualifications,
            RevisionRepository revisions,
            TimelineRepository timeline,
            AuditLog audit) {
        this.qualifications = qualifications;
        this.revisions = revisions;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** @param qualificationId in whose timeline it is told: where the signature is, or from where it moved */
    Uni<Void> note(Caller service, Act act, Signature signature, long qualificationId, Instant at) {
        return qualifications
                .findById(qualificationId)
                .map(Qualification::shownRevision)
                .chain(revisions::findById)
                .chain(revision -> timeline.append(
                        TimelineEntry.byService(service.subject(), act, revision, at, details(signature))))
                .chain(() -> audit.append(new AuditEntry(
                        service.subject(),
                        Roles.SERVICE,
                        signature.accountId(),
                        act.name().toLowerCase(Locale.ROOT).replace('_', '.'),
                        "signature",
                        Long.toString(signature.id()),
                        null,
                        List.of())));
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
