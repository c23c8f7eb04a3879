package io.zizhi.review.worklist.queue;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.review.review.Review;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The end of a page of the queue. As text it is {@code <microseconds since 1970>.<work order>}.
 *
 * @param dueAt due time of the page's last review, to the microsecond as the database stores it
 * @param workOrder work order of the last review, because several may be due at once
 */
record QueueCursor(Instant dueAt, long workOrder) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,16})\\.(\\d{1,16})");

    static @Nullable QueueCursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw Problems.badRequest(
                    "CURSOR_INVALID", "?cursor", "Send the nextCursor of the previous page unchanged.");
        }
        Instant dueAt = Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS);
        return new QueueCursor(dueAt, Long.parseLong(parts.group(2)));
    }

    static String after(Review review) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, review.sla().dueAt());
        return micros + "." + review.workOrder();
    }
}
