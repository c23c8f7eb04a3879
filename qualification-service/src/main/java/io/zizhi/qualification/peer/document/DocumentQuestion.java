package io.zizhi.qualification.peer.document;

import java.util.List;

/**
 * Asks whether an account can use these documents.
 *
 * @param accountId id of the account
 * @param documents the documents, each listed once
 */
public record DocumentQuestion(String accountId, List<WantedDocument> documents) {}
