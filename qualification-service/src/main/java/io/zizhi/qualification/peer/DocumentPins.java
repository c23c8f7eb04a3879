package io.zizhi.qualification.peer;

import java.util.List;

/**
 * Keep these documents for this revision.
 *
 * @param accountId account
 * @param qualificationId qualification
 * @param revision number of the revision to be submitted
 * @param documents each document once
 */
public record DocumentPins(String accountId, long qualificationId, int revision, List<WantedDocument> documents) {}
