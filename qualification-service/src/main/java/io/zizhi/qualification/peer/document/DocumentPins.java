package io.zizhi.qualification.peer.document;

import java.util.List;

/**
 * A request to keep documents for a revision.
 *
 * @param accountId id of the account
 * @param qualificationId id of the qualification
 * @param revision number of the revision to be submitted
 * @param documents the documents, each listed once
 */
public record DocumentPins(String accountId, long qualificationId, int revision, List<WantedDocument> documents) {}
