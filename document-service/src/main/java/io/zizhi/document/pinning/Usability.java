package io.zizhi.document.pinning;

import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an account can rely on a document. Whether an unscanned one will do is for qualification-service to say. */
public enum Usability {
    AVAILABLE,
    PENDING_SCAN,
    QUARANTINED,
    /** Also the answer for another account's document. */
    NOT_FOUND,
    WRONG_KIND;

    static Usability of(@Nullable Document document, String accountId, List<DocumentKind> kinds) {
        if (document == null || !document.belongsTo(accountId)) {
            return NOT_FOUND;
        }
        if (!kinds.contains(document.kind())) {
            return WRONG_KIND;
        }
        return switch (document.status()) {
            case AVAILABLE -> AVAILABLE;
            case PENDING_SCAN -> PENDING_SCAN;
            case QUARANTINED -> QUARANTINED;
        };
    }

    /** Whether it can be pinned. */
    boolean isUsable() {
        return this == AVAILABLE || this == PENDING_SCAN;
    }
}
