package io.zizhi.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter was handed in for a review of its own. One that is handed in together with a qualification travels inside
 * {@link QualificationSubmitted} and is not told by this event.
 *
 * @param letterId id of the letter, for life
 * @param workOrder number of this submission; also the id of its review
 * @param accountId account that owns the letter
 * @param revision 1 for the first submission of the letter, alone or not, then counted up
 * @param name name of the letter
 * @param authoriser name of the company that authorises
 * @param creditCode its unified social credit code (GB 32100-2015)
 * @param ownerType what the authoriser is; decides the policy of the review clock
 * @param documentIds the picture of the letter
 * @param contact whom to tell the result; null where no qualification of the account names anybody
 * @param submittedAt the instant from which the review clock runs
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
