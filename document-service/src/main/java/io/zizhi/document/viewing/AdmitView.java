package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentStatus;
import io.zizhi.document.viewing.record.ViewReason;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Admits a view of a document, to its owner or to staff with a live claim and a reason. Records nothing. */
@ApplicationScoped
public class AdmitView {

    private final FindDocument find;
    private final Claims claims;
    private final Clock clock;

    AdmitView(FindDocument find, Claims claims, Clock clock) {
        this.find = find;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * Returns the admitted view.
     *
     * @param reason name of a {@link ViewReason}; not needed by the owner
     * @param opens whether staff can read the document then, in contrast to a small picture
     */
    public Uni<Viewing> admit(Caller caller, String documentId, @Nullable String reason, boolean opens) {
        return find.find(documentId).chain(document -> admit(caller, document, reason, opens));
    }

    private Uni<Viewing> admit(Caller caller, Document document, @Nullable String reason, boolean opens) {
        if (caller.has(Roles.APPLICANT) && caller.accountId() != null && document.belongsTo(caller.accountId())) {
            requireHarmless(document);
            return Uni.createFrom().item(viewing(document, caller, Roles.APPLICANT, null, null));
        }
        if (!caller.has(Roles.REVIEWER) && !caller.has(Roles.SUPERVISOR)) {
            throw Document.notFound();
        }
        ViewReason given = ViewReason.required(reason);
        String role = caller.has(Roles.REVIEWER) ? Roles.REVIEWER : Roles.SUPERVISOR;
        return claims.find(caller.subject(), document.id(), opens).map(found -> {
            long workOrder = found.orElseThrow(AdmitView::noClaim);
            requireHarmless(document);
            return viewing(document, caller, role, given, workOrder);
        });
    }

    private Viewing viewing(
            Document document, Caller caller, String role, @Nullable ViewReason reason, @Nullable Long workOrder) {
        return new Viewing(
                document, caller, role, reason, workOrder, null, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static RuntimeException noClaim() {
        return Problems.forbidden("CLAIM_REQUIRED", "Claim the review of this document before you view it.");
    }

    /** Before the malware scan, neither LibreOffice nor a program of the staff may read a document. */
    static void requireScanned(Document document) {
        if (document.status() != DocumentStatus.AVAILABLE) {
            throw Problems.conflict(
                    "DOCUMENT_PENDING_SCAN",
                    "The document has not passed the malware scan yet. It can be opened after it.");
        }
    }

    static void requireHarmless(Document document) {
        if (document.status() == DocumentStatus.QUARANTINED) {
            throw Problems.conflict("DOCUMENT_QUARANTINED", "The malware scan found a threat in this document.");
        }
    }
}
