package io.zizhi.notification.staff.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.staff.subscription.SlaKind;
import io.zizhi.notification.template.SeededTexts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTextTest {

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final Instant OLDEST = Instant.parse("2026-11-25T17:30:00Z");

    @Test
    void names_oldest_and_first_reviews_in_both_languages() {
        Gathered gathered = new Gathered(200, OLDEST, NOW.minusSeconds(300), List.of(11L, 12L, 13L));
        assertThat(text(SlaKind.BREACHED, SmsLanguage.ZH_CN, gathered))
                .isEqualTo("最近 5 分钟有 200 个审核工单超时，其中最早一个应于 11-26 01:30 前完成，工单号：11、12、13 等。请尽快处理。");
        assertThat(text(SlaKind.BREACHED, SmsLanguage.EN, gathered))
                .isEqualTo(
                        "200 review(s) breached their target in the last 5 minute(s); oldest due 11-26 01:30 (UTC+8);"
                                + " first work orders 11, 12, 13 and others.");
    }

    @Test
    void an_immediate_notice_covers_one_minute() {
        Gathered gathered = new Gathered(1, OLDEST, NOW, List.of(11L));
        assertThat(text(SlaKind.ESCALATED, SmsLanguage.EN, gathered))
                .isEqualTo("1 review(s) were escalated in the last 1 minute(s); oldest due 11-26 01:30 (UTC+8);"
                        + " first work orders 11.");
    }

    @Test
    void states_the_true_age_after_an_outage() {
        Gathered gathered = new Gathered(2, OLDEST, NOW.minusSeconds(7201), List.of(11L, 12L));
        assertThat(text(SlaKind.WARNED, SmsLanguage.ZH_CN, gathered)).startsWith("最近 121 分钟有 2 个审核工单即将超时");
    }

    private static String text(SlaKind kind, SmsLanguage language, Gathered gathered) {
        return SeededTexts.text(NoticeText.template(kind), language, NoticeText.parameters(gathered, language, NOW));
    }
}
