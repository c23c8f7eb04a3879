package io.zizhi.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter was submitted for review on its own. A letter submitted together with a qualification is part of {@link
 * QualificationSubmitted} instead.
 *
 * @param letterId permanent id of the letter
 * @param workOrder number of this submission; also the id of its review
 * @param accountId the account that owns the letter
 * @param revision 1 for the first submission of the letter, alone or with a qualification; then counts up
 * @param name name of the letter
 * @param authoriser name of the company that gives the authorization
 * @param creditCode its unified social credit code (GB 32100-2015)
 * @param ownerType kind of owner; selects the policy of the review clock
 * @param documentIds ids of the images of the letter
 * @param contact the contact to notify of the result; null if no qualification of the account has a contact
 * @param submittedAt when the review clock starts
 */
public record AuthorizationLetterSubmitted(
        long letterId,
        long workOrder,
        String accountId,
        int revision,
        String name,
        String authoriser,
        String creditCode,
        OwnerType ownerType,
        List<String> documentIds,
        @Nullable LetterContact contact,
        Instant submittedAt)
        implements AuthorizationLetterEvent {}
