package io.zizhi.contracts;

/**
 * Whom to tell of a letter that is reviewed alone: the contact of a qualification of the same account and company.
 *
 * @param qualificationId the qualification
 * @param contactId its phone verification
 */
public record LetterContact(long qualificationId, String contactId) {}
