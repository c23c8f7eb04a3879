package io.zizhi.document.intake.identical;

import io.zizhi.document.storage.DocumentKind;
import java.time.Instant;
import java.util.List;

/**
 * Documents that other accounts have as well.
 *
 * @param documents the shared documents, in the order of the request
 */
public record IdenticalView(List<SharedDocumentView> documents) {

    /**
     * A document that other accounts have as well.
     *
     * @param documentId as requested
     * @param found the other accounts
     */
    public record SharedDocumentView(String documentId, FoundView found) {}

    /**
     * Other accounts with the same document.
     *
     * @param count number of items
     * @param more whether there are further accounts
     * @param items by account, each once; at most 20
     */
    public record FoundView(int count, boolean more, List<OtherView> items) {}

    /**
     * An account with the same document.
     *
     * @param accountId the account
     * @param kind of its first copy
     * @param storedAt when its first copy was stored
     */
    public record OtherView(String accountId, DocumentKind kind, Instant storedAt) {}
}
