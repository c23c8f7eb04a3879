package io.zizhi.platform.privacy.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One action or view to record.
 *
 * @param actor subject of the token
 * @param role the role in which the actor acted
 * @param accountId account whose data was concerned; null if none
 * @param action verb phrase, for example {@code document.viewed}
 * @param objectType for example {@code document}
 * @param objectId id of the object
 * @param reason the actor's reason; null if none is required
 * @param fields names of the affected fields, never their values
 * @param recipient subject (claim {@code sub}) of the person who received the object; null if nobody did
 */
public record AuditEntry(
        String actor,
        String role,
        @Nullable String accountId,
        String action,
        String objectType,
        String objectId,
        @Nullable String reason,
        List<String> fields,
        @Nullable String recipient) {

    /** Creates the entry of an action without a recipient. */
    public AuditEntry(
            String actor,
            String role,
            @Nullable String accountId,
            String action,
            String objectType,
            String objectId,
            @Nullable String reason,
            List<String> fields) {
        this(actor, role, accountId, action, objectType, objectId, reason, fields, null);
    }

    AuditEntry withoutAccount() {
        String object = objectId.equals(accountId) ? "unknown" : objectId;
        return new AuditEntry(actor, role, null, action, objectType, object, reason, fields, recipient);
    }
}
