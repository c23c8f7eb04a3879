package io.zizhi.document.pinning.check;

import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account can use a document. For an unscanned document, qualification-service decides whether it is
 * acceptable.
 */
public enum Usability {
    AVAILABLE,
    PENDING_SCAN,
    QUARANTINED,
    /** Also returned for documents of other accounts. */
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

    /** Returns whether the document can be pinned. */
    boolean isUsable() {
        return this == AVAILABLE || this == PENDING_SCAN;
    }
}
