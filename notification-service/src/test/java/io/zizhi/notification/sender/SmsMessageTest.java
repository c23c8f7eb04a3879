package io.zizhi.notification.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.personal.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmsMessageTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void at_its_end_a_message_forgets_number_and_parameters() {
        SmsMessage message = claimed();
        message.accepted();
        assertThatThrownBy(message::encryptedPhone).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(message::encryptedParameters).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_accepted_message_moves_no_more() {
        SmsMessage message = claimed();
        message.accepted();
        assertThatThrownBy(() -> message.claim(NOW, MINUTE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(message::requeue).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> message.failed("LATE")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_unknown_message_cannot_be_claimed_for_sending() {
        SmsMessage message = claimed();
        message.unknown("TIMED_OUT", NOW, MINUTE, 8);
        assertThatThrownBy(() -> message.claim(NOW, MINUTE)).isInstanceOf(IllegalStateException.class);
        message.requeue();
        assertThat(message.status()).isEqualTo(SmsStatus.QUEUED);
    }

    @Test
    void a_message_is_of_no_use_from_the_instant_it_names() {
        SmsMessage message = queued();
        assertThat(message.isUseful(NOW.plusSeconds(299))).isTrue();
        assertThat(message.isUseful(NOW.plusSeconds(300))).isFalse();
    }

    @Test
    void an_order_and_a_message_do_not_show_their_parameters() {
        var order = order();
        var sms = new Sms("id", order.to(), order.template(), SmsLanguage.EN, order.parameters(), "code 123456");
        assertThat(order.toString() + sms).doesNotContain("123456").doesNotContain("13800138000");
    }

    private static SmsMessage claimed() {
        SmsMessage message = queued();
        message.claim(NOW, MINUTE);
        return message;
    }

    private static SmsMessage queued() {
        return new SmsMessage("id", order(), new byte[] {1}, new byte[] {2}, NOW);
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
