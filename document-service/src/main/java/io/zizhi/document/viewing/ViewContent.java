package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentStatus;
import io.zizhi.document.storage.objects.ObjectStore;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.personal.PersonalNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Lets an authorised person view the bytes of a document. */
@ApplicationScoped
public class ViewContent {

    private static final int MAX_REASON = 200;

    private final FindDocument find;
    private final Claims claims;
    private final ViewPlaces places;
    private final RecordView record;
    private final ObjectStore objects;

    ViewContent(FindDocument find, Claims claims, ViewPlaces places, RecordView record, ObjectStore objects) {
        this.find = find;
        this.claims = claims;
        this.places = places;
        this.record = record;
        this.objects = objects;
    }

    Uni<Content> view(Caller caller, String documentId, @Nullable String reason) {
        return find.find(documentId)
                .chain(document -> admit(caller, document, reason))
                .chain(view ->
                        places.enter(view).call(() -> record.record(view)).chain(place -> read(view, place)));
    }

    private Uni<Content> read(Viewing view, ViewPlace place) {
        Document document = view.document();
        return objects.get(document.accountId(), document.objectKey(), document.size())
                .map(pieces -> new Content(document, pieces, place));
    }

    private Uni<Viewing> admit(Caller caller, Document document, @Nullable String reason) {
        if (caller.has(Roles.APPLICANT) && caller.accountId() != null && document.belongsTo(caller.accountId())) {
            requireHarmless(document);
            return Uni.createFrom().item(new Viewing(document, caller, Roles.APPLICANT, null));
        }
        if (!caller.has(Roles.REVIEWER) && !caller.has(Roles.SUPERVISOR)) {
            throw Document.notFound();
        }
        String given = requireReason(reason);
        String role = caller.has(Roles.REVIEWER) ? Roles.REVIEWER : Roles.SUPERVISOR;
        return claims.holds(caller.subject(), document.id()).map(holds -> {
            if (!holds) {
                throw Problems.forbidden("CLAIM_REQUIRED", "Claim the review of this document before you view it.");
            }
            requireHarmless(document);
            return new Viewing(document, caller, role, given);
        });
    }

    private static String requireReason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problems.badRequest(
                    "REASON_REQUIRED", "?reason", "`reason` is required: 1 to 200 characters that justify the view.");
        }
        String given = reason.strip();
        if (given.codePointCount(0, given.length()) > MAX_REASON) {
            throw Problems.badRequest("FIELD_TOO_LONG", "?reason", "`reason` may have at most 200 characters.");
        }
        if (given.chars().anyMatch(Character::isISOControl)) {
            throw Problems.badRequest("FIELD_INVALID", "?reason", "`reason` must be a single line of text.");
        }
        if (PersonalNumbers.areWrittenIn(given)) {
            throw Problems.badRequest(
                    "PERSONAL_NUMBER",
                    "?reason",
                    "Remove id numbers and phone numbers. This text is stored for good; refer to the work order instead.");
        }
        return given;
    }

    private static void requireHarmless(Document document) {
        if (document.status() == DocumentStatus.QUARANTINED) {
            throw Problems.conflict("DOCUMENT_QUARANTINED", "The malware scan found a threat in this document.");
        }
    }
}
