package io.zizhi.platform.privacy.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act or sight to be kept.
 *
 * @param actor subject of the token
 * @param role the role in which the actor acted
 * @param accountId account whose data it was; null where none is concerned
 * @param action verb phrase, for example {@code document.viewed}
 * @param objectType for example {@code document}
 * @param objectId id of the object
 * @param reason what the actor gave as reason; null where none is asked for
 * @param fields names of the fields touched, never their values
 */
public record AuditEntry(
        String actor,
        String role,
        @Nullable String accountId,
        String action,
        String objectType,
        String objectId,
        @Nullable String reason,
        List<String> fields) {}
