package io.zizhi.contracts;

/**
 * The contact who is notified about a letter reviewed alone. It is taken from a qualification of the same account and
 * company.
 *
 * @param qualificationId id of that qualification
 * @param contactId id of its phone verification
 */
public record LetterContact(long qualificationId, String contactId) {}
