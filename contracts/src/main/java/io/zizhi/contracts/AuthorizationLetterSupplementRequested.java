package io.zizhi.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submitted letter was returned for more material (资料待补充 SUPPLEMENT_REQUIRED).
 *
 * @param letterId permanent id of the letter
 * @param workOrder number of the submission decided on
 * @param accountId the account that owns the letter
 * @param name name of the letter, used in the notice
 * @param qualificationId the qualification decided together with it; null if the letter was reviewed alone
 * @param contact the contact to notify; null if there is no contact or the qualification's own notice covers the letter
 * @param items requested items as codes with pointers into the letter
 * @param requestedAt when the reviewer decided
 */
public record AuthorizationLetterSupplementRequested(
        long letterId,
        long workOrder,
        String accountId,
        String name,
        @Nullable Long qualificationId,
        @Nullable LetterContact contact,
        List<SupplementItem> items,
        Instant requestedAt)
        implements AuthorizationLetterEvent {}
