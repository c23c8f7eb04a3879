package io.zizhi.document.intake;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.limits.DocumentLimits;
import io.zizhi.document.limits.RetentionPolicy;
import io.zizhi.document.storage.UnusedDocuments;
import io.zizhi.document.storage.UnusedRepository;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Limits the number and total size of the unused documents that an account may store. A document is unused if no
 * submission refers to it. Uploads in progress are not counted yet, so an account can exceed its quota slightly.
 */
@ApplicationScoped
public class UploadQuota {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final UnusedRepository documents;
    private final DocumentLimits limits;
    private final RetentionPolicy retention;

    UploadQuota(UnusedRepository documents, DocumentLimits limits, RetentionPolicy retention) {
        this.documents = documents;
        this.limits = limits;
        this.retention = retention;
    }

    /** Fails if the account may not upload another document now. */
    @WithSession
    public Uni<Void> require(String accountId) {
        return documents.of(accountId, MINUTE).invoke(this::judge).replaceWithVoid();
    }

    private void judge(UnusedDocuments unused) {
        if (unused.count() >= limits.unusedDocuments()
                || unused.bytes() >= limits.unusedBytes().asLongValue()) {
            throw Problems.conflict(
                    "DOCUMENT_QUOTA_EXCEEDED",
                    "The account has " + unused.count() + " documents (" + unused.bytes()
                            + " bytes) that no submission uses; at most " + limits.unusedDocuments() + " documents and "
                            + limits.unusedBytes().asLongValue()
                            + " bytes are kept. Submit the drafts that use them, or delete some."
                            + " Unused documents are removed "
                            + limits.unusedFor().toDays()
                            + " days after their last check for a draft, or "
                            + retention.neverNamed().toHours() + " hours after their upload if nothing names them.");
        }
        if (unused.recent() >= limits.uploadsPerMinute()) {
            throw Problems.tooManyRequests(
                    "UPLOADS_TOO_FREQUENT",
                    "An account may upload at most " + limits.uploadsPerMinute() + " documents a minute.",
                    MINUTE);
        }
    }
}
