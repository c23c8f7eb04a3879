package io.zizhi.document.intake.identical;

import io.zizhi.document.storage.DocumentKind;
import java.time.Instant;
import java.util.List;

/**
 * Which documents are in other accounts as well.
 *
 * @param documents those that are, in the order of the question
 */
public record IdenticalView(List<SharedDocumentView> documents) {

    /**
     * A document that other accounts have as well.
     *
     * @param documentId as it was asked for
     * @param found the other accounts
     */
    public record SharedDocumentView(String documentId, FoundView found) {}

    /**
     * Other accounts with the same document.
     *
     * @param count how many are shown
     * @param more whether there are others beyond those
     * @param items by account, each once; at most 20
     */
    public record FoundView(int count, boolean more, List<OtherView> items) {}

    /**
     * An account with the same document.
     *
     * @param accountId the account
     * @param kind as what it was stored there first
     * @param storedAt when it was stored there first
     */
    public record OtherView(String accountId, DocumentKind kind, Instant storedAt) {}
}
