package io.zizhi.document.viewing;

import io.zizhi.document.storage.Document;
import io.zizhi.document.viewing.record.CarrierRecipient;
import io.zizhi.document.viewing.record.DocumentViewing;
import io.zizhi.document.viewing.record.ViewReason;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authorised view of a document.
 *
 * @param document the document
 * @param viewer the person or filing system that views it
 * @param role role of the viewer
 * @param reason given by staff; null for the owner
 * @param workOrder review that the viewer has claimed, or that approved what is filed; null for the owner
 * @param recipient carrier that gets the copy; null unless the filing system views
 * @param at when
 */
public record Viewing(
        Document document,
        Caller viewer,
        String role,
        @Nullable ViewReason reason,
        @Nullable Long workOrder,
        @Nullable CarrierRecipient recipient,
        Instant at) {

    /** Returns who uses the memory share: an account as a whole, one member of staff, or the filing system. */
    public String holder() {
        return isByOwner() ? "account " + viewer.accountId() : "person " + viewer.subject();
    }

    public boolean isByOwner() {
        return role.equals(Roles.APPLICANT);
    }

    /** @param page number of the page, from 1; null for the whole file */
    public DocumentViewing toRecord(@Nullable Integer page) {
        return new DocumentViewing(
                document.id(), document.accountId(), viewer.subject(), role, reason, workOrder, page, recipient, at);
    }
}
