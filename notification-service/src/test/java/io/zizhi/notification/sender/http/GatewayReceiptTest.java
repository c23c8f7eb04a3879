package io.zizhi.notification.sender.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.notification.sender.channel.SmsReceipt;
import io.zizhi.platform.http.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayReceiptTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";

    @Test
    void reads_a_receipt_as_documented() {
        assertThat(GatewayReceipt.read(body("sms.receipt", ID, "FAILED", "2026-11-29T11:00:03+08:00")))
                .isEqualTo(new SmsReceipt(
                        "http",
                        "p-1",
                        ID,
                        SmsReceipt.Outcome.FAILED,
                        "UNDELIV",
                        Instant.parse("2026-11-29T03:00:03Z")));
    }

    @Test
    void refuses_everything_else() {
        assertRefused(body("sms.send", ID, "DELIVERED", "2026-11-29T11:00:03+08:00"));
        assertRefused(body("sms.receipt", ID, "PERHAPS", "2026-11-29T11:00:03+08:00"));
        assertRefused(body("sms.receipt", ID, "DELIVERED", "yesterday"));
        assertRefused(body("sms.receipt", ID, "DELIVERED", "+300000-11-29T11:00:03+08:00"));
        assertRefused(body("sms.receipt", ID, "DELIVERED", "-300000-11-29T11:00:03+08:00"));
        assertRefused(body("sms.receipt", ID, "DELIVERED", "2026-11-29T11:00:03+08:00")
                .replace("p-1", "")
                .replace(ID, "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{}", "{\"type\": \"sms.receipt\"}"})
    void refuses_garbage(String body) {
        assertRefused(body);
    }

    private static void assertRefused(String body) {
        assertThatThrownBy(() -> GatewayReceipt.read(body)).isInstanceOf(ProblemException.class);
    }

    private static String body(String type, String id, String status, String at) {
        return """
                {"type": "%s", "data": {"messageId": "%s",
                 "providerMessageId": "p-1",
                 "status": "%s", "code": "UNDELIV", "at": "%s", "more": 1}}""".formatted(type, id, status, at);
    }
}
