package io.zizhi.document.scanning;

import io.zizhi.document.storage.Document;

/**
 * A document that this replica scans.
 *
 * @param documentId id of the document
 * @param accountId its owner
 * @param objectKey key of its object
 * @param size bytes
 * @param attempt number of the scan; a result of an earlier scan no longer counts
 */
record ScanClaim(String documentId, String accountId, String objectKey, int size, int attempt) {

    static ScanClaim from(Document document) {
        return new ScanClaim(
                document.id(), document.accountId(), document.objectKey(), document.size(), document.scanAttempts());
    }
}
