package io.zizhi.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An approved letter expires soon. Published 90, 30, 7 and 1 days before the last day. A letter approved late gets only
 * the reminders still ahead. Not published for a letter that was renewed without a gap.
 *
 * @param letterId permanent id of the letter
 * @param workOrder number under which it was approved
 * @param accountId the account that owns the letter
 * @param name name of the letter, used in the notice
 * @param contact the contact to notify; null if there is no contact
 * @param daysLeft days from the day of this event to the last day
 * @param endsOn last day of validity, in Asia/Shanghai
 */
public record AuthorizationLetterExpiring(
        long letterId,
        long workOrder,
        String accountId,
        String name,
        @Nullable LetterContact contact,
        int daysLeft,
        LocalDate endsOn)
        implements AuthorizationLetterEvent {}
