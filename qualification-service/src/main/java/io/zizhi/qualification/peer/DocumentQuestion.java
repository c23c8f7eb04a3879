package io.zizhi.qualification.peer;

import java.util.List;

/**
 * Can this account use these documents?
 *
 * @param accountId account
 * @param documents each document once
 */
public record DocumentQuestion(String accountId, List<WantedDocument> documents) {}
