package io.zizhi.notification.staff.notice;

import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.notification.staff.subscription.SlaKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Text of a notice: numbers and times, no personal data. */
final class NoticeText {

    /** Time zone of the review desk and of the review clock. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final Duration ALMOST_A_MINUTE = Duration.ofMinutes(1).minusNanos(1);

    private NoticeText() {}

    static SmsTemplate template(SlaKind kind) {
        return switch (kind) {
            case WARNED -> SmsTemplate.STAFF_REVIEWS_WARNED;
            case BREACHED -> SmsTemplate.STAFF_REVIEWS_BREACHED;
            case ESCALATED -> SmsTemplate.STAFF_REVIEWS_ESCALATED;
        };
    }

    static Map<String, String> parameters(Gathered gathered, SmsLanguage language, Instant now) {
        return Map.of(
                "minutes", Long.toString(minutes(gathered, now)),
                "count", Integer.toString(gathered.reviews()),
                "oldest", time(gathered.oldestDueAt(), language),
                "list", list(gathered, language));
    }

    /**
     * Returns the whole minutes since the first alert, at least one. Also correct after an outage longer than the
     * window.
     */
    private static long minutes(Gathered gathered, Instant now) {
        Duration past = Duration.between(gathered.firstFiredAt(), now);
        return Math.max(1, past.plus(ALMOST_A_MINUTE).toMinutes());
    }

    private static String time(Instant instant, SmsLanguage language) {
        String local = TIME.format(instant.atZone(ZONE));
        return switch (language) {
            case ZH_CN -> local;
            case EN -> local + " (UTC+8)";
        };
    }

    private static String list(Gathered gathered, SmsLanguage language) {
        boolean more = gathered.reviews() > gathered.first().size();
        String between = switch (language) {
            case ZH_CN -> "、";
            case EN -> ", ";
        };
        String others = switch (language) {
            case ZH_CN -> " 等";
            case EN -> " and others";
        };
        return gathered.first().stream().map(String::valueOf).collect(Collectors.joining(between))
                + (more ? others : "");
    }
}
