package io.zizhi.notification.sender.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.notification.sender.channel.GivenSmsConfig;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.smpp.SubmitAnswer.NotTaken;
import io.zizhi.notification.sender.smpp.SubmitAnswer.Refusal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmppSmsSenderTest {

    @Test
    void only_a_refusal_for_good_fails_the_message() {
        assertThat(SmppSmsSender.refused(new NotTaken("C", Refusal.FOR_GOOD), 1))
                .isEqualTo(new SmsResult.Refused("C"));
        assertThat(SmppSmsSender.refused(new NotTaken("C", Refusal.EVERY_MESSAGE), 3))
                .isEqualTo(new SmsResult.Deferred("C", Duration.ofSeconds(4), false));
        assertThat(SmppSmsSender.refused(new NotTaken("C", Refusal.THIS_MESSAGE), 3))
                .isEqualTo(new SmsResult.Deferred("C", Duration.ofMinutes(4), true));
    }

    @Test
    void pauses_are_bounded() {
        assertThat(SmppSmsSender.refused(new NotTaken("C", Refusal.EVERY_MESSAGE), 1_000))
                .isEqualTo(new SmsResult.Deferred("C", Duration.ofMinutes(1), false));
        assertThat(SmppSmsSender.refused(new NotTaken("C", Refusal.THIS_MESSAGE), 1_000))
                .isEqualTo(new SmsResult.Deferred("C", Duration.ofMinutes(30), true));
    }

    @Test
    void leaves_places_in_the_window_to_questions() {
        assertThat(SmppSmsSender.atOnce(10)).isEqualTo(8);
        assertThat(SmppSmsSender.atOnce(1)).isOne();
    }

    @Test
    void stays_bound_while_it_has_a_host() {
        assertThat(isUsed("http", Map.of())).isFalse();
        assertThat(isUsed("http", Map.of("host", "smsc.example"))).isTrue();
        assertThat(isUsed("http,smpp", Map.of())).isTrue();
    }

    private static boolean isUsed(String senders, Map<String, String> settings) {
        return SmppSmsSender.isUsed(GivenSmsConfig.of(Map.of("senders", senders)), SmppLinkTest.config(settings));
    }
}
