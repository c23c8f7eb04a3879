package io.zizhi.contracts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An approved letter has ended: it authorises no further signature; those that are bound stay. A letter that was renewed
 * without a gap is not told of.
 *
 * @param letterId id of the letter, for life
 * @param workOrder number under which it was approved
 * @param accountId account that owns the letter
 * @param name name of the letter, for the notice
 * @param contact whom to tell; null where nobody is named
 * @param endsOn last day on which it held, in Asia/Shanghai
 * @param expiredAt the beginning of the day after
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
