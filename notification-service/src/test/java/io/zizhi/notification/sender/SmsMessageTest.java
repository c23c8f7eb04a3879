package io.zizhi.notification.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.notification.sender.message.Sms;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.privacy.personal.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmsMessageTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void a_finished_message_purges_number_and_parameters() {
        SmsMessage message = claimed();
        message.failed("NUMBER_BLOCKED");
        assertThatThrownBy(message::encryptedPhone).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(message::encryptedParameters).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_failed_message_cannot_change() {
        SmsMessage message = claimed();
        message.failed("NUMBER_BLOCKED");
        assertThatThrownBy(() -> message.claim("http", NOW, MINUTE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(message::requeue).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> message.failed("LATE")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void claims_only_queued_and_hands_over_only_claimed_messages() {
        for (SmsStatus status : SmsStatus.values()) {
            assertThat(status.canMoveTo(SmsStatus.CLAIMED)).isEqualTo(status == SmsStatus.QUEUED);
            assertThat(status.canMoveTo(SmsStatus.SENDING)).isEqualTo(status == SmsStatus.CLAIMED);
        }
    }

    @Test
    void counts_only_results_of_the_newest_claim() {
        SmsMessage message = claimed();
        message.requeue();
        message.claim("http", NOW, MINUTE);
        assertThat(message.isOpen(1)).isFalse();
        assertThat(message.isOpen(2)).isTrue();
    }

    @Test
    void a_deferred_message_waits_in_the_queue() {
        SmsMessage message = claimed();
        message.defer("HTTP_429", NOW.plusSeconds(30));
        assertThat(message.status()).isEqualTo(SmsStatus.QUEUED);
        assertThat(message.isOpen(1)).isFalse();
        message.claim("http", NOW.plusSeconds(30), MINUTE);
        assertThat(message.attempt()).isEqualTo(2);
    }

    @Test
    void is_useless_from_its_deadline_on() {
        SmsMessage message = queued();
        assertThat(message.isUseful(NOW.plusSeconds(299))).isTrue();
        assertThat(message.isUseful(NOW.plusSeconds(300))).isFalse();
    }

    @Test
    void waits_for_a_sender_until_its_own_limit_or_the_usual_one() {
        Duration usual = Duration.ofDays(3);
        SmsMessage code = queued();
        code.limitWaiting(usual);
        assertThat(code.isUseful(NOW.plusSeconds(300))).isFalse();
        SmsMessage notice = notice("company-a", SmsTemplate.QUALIFICATION_APPROVED);
        notice.limitWaiting(usual);
        assertThat(notice.isUseful(NOW.plus(usual).minusSeconds(1))).isTrue();
        assertThat(notice.isUseful(NOW.plus(usual))).isFalse();
    }

    @Test
    void remembers_which_senders_refuse_it() {
        List<String> senders = List.of("alibaba", "http");
        SmsMessage message = queued();
        message.claim("http", NOW, MINUTE);
        assertThat(message.isRefusedByAll(senders)).isFalse();
        message.defer("NOT_HERE", NOW);
        message.claim("http", NOW, MINUTE);
        assertThat(message.isRefusedByAll(senders)).as("the same again").isFalse();
        message.failOver("NOT_HERE");
        message.claim("alibaba", NOW, MINUTE);
        assertThat(message.isRefusedByAll(senders)).isTrue();
    }

    @Test
    void only_notices_to_applicants_wait_in_quiet_hours() {
        assertThat(queued().waitsInQuietHours()).isFalse();
        assertThat(notice("company-a", SmsTemplate.QUALIFICATION_EXPIRING).waitsInQuietHours())
                .isTrue();
        assertThat(notice("company-a", SmsTemplate.STAFF_REVIEWS_BREACHED).waitsInQuietHours())
                .isFalse();
        assertThat(notice("staff", SmsTemplate.QUALIFICATION_EXPIRING).waitsInQuietHours())
                .as("a test message")
                .isFalse();
    }

    @Test
    void hides_parameters_in_toString() {
        var order = order();
        var sms = new Sms("id", 1, order.to(), order.template(), SmsLanguage.EN, order.parameters(), "code 123456");
        assertThat(order.toString() + sms).doesNotContain("123456").doesNotContain("13800138000");
    }

    private static SmsMessage claimed() {
        SmsMessage message = queued();
        message.claim("http", NOW, MINUTE);
        return message;
    }

    private static SmsMessage queued() {
        return new SmsMessage("id", order(), new byte[] {1}, new byte[] {2}, NOW);
    }

    private static SmsMessage notice(String account, SmsTemplate template) {
        var order = new SmsOrder(account, Phone.of("13800138000"), template, Map.of(), "test", null);
        return new SmsMessage("id", order, new byte[] {1}, new byte[] {2}, NOW);
    }

    private static SmsOrder order() {
        return new SmsOrder(
                "company-a",
                Phone.of("13800138000"),
                SmsTemplate.PHONE_CODE,
                Map.of("code", "123456", "minutes", "5"),
                "phone-verification/x",
                NOW.plusSeconds(300));
    }
}
