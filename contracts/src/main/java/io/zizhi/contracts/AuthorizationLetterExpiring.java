package io.zizhi.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An approved letter ends soon. Told 90, 30, 7 and 1 days before, and only the next of these where a letter is approved
 * late. A letter that was renewed without a gap is not told of.
 *
 * @param letterId id of the letter, for life
 * @param workOrder number under which it was approved
 * @param accountId account that owns the letter
 * @param name name of the letter, for the notice
 * @param contact whom to tell; null where nobody is named
 * @param daysLeft days from the day on which this is told to the last day
 * @param endsOn last day on which it holds, in Asia/Shanghai
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
