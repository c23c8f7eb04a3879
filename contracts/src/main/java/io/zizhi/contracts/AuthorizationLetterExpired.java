package io.zizhi.contracts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An approved letter has expired. It authorises no new signatures; bound signatures stay bound. Not published for a
 * letter that was renewed without a gap.
 *
 * @param letterId permanent id of the letter
 * @param workOrder number under which it was approved
 * @param accountId the account that owns the letter
 * @param name name of the letter, used in the notice
 * @param contact the contact to notify; null if there is no contact
 * @param endsOn last day of validity, in Asia/Shanghai
 * @param expiredAt start of the day after {@code endsOn}, in Asia/Shanghai
 */
public record AuthorizationLetterExpired(
        long letterId,
        long workOrder,
        String accountId,
        String name,
        @Nullable LetterContact contact,
        LocalDate endsOn,
        Instant expiredAt)
        implements AuthorizationLetterEvent {}
