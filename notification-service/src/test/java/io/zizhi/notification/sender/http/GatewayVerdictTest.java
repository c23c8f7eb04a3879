package io.zizhi.notification.sender.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.notification.sender.channel.GatewayAnswer.Answered;
import io.zizhi.notification.sender.channel.GatewayAnswer.NoAnswer;
import io.zizhi.notification.sender.channel.GatewayAnswer.NotReached;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.channel.SmsResult.Accepted;
import io.zizhi.notification.sender.channel.SmsResult.Deferred;
import io.zizhi.notification.sender.channel.SmsResult.NeverReceived;
import io.zizhi.notification.sender.channel.SmsResult.Refused;
import io.zizhi.notification.sender.channel.SmsResult.Unknown;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayVerdictTest {

    @Test
    void accepts_with_the_id_of_the_provider() {
        assertThat(send(202, "{\"providerMessageId\": \"p-1\", \"more\": 1}")).isEqualTo(new Accepted("p-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Sign in</html>",
                "{}",
                "[]",
                "{\"providerMessageId\": \"\"}",
                "{\"providerMessageId\": \"with space\"}",
                "{\"providerMessageId\": {}}"
            })
    void takes_no_success_without_an_id_for_accepted(String body) {
        assertThat(send(200, body)).isEqualTo(new Unknown("GATEWAY_ANSWER_UNREADABLE"));
    }

    @Test
    void takes_no_huge_success_for_accepted() {
        assertThat(send(200, null)).isEqualTo(new Unknown("GATEWAY_ANSWER_UNREADABLE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"code\": \"NUMBER_BLOCKED\"} | NUMBER_BLOCKED",
                "422 | {\"code\": \"no code\"} | HTTP_422",
                "410 | garbage | HTTP_410",
                "409 | {} | HTTP_409"
            })
    void refuses_for_good_with_the_code_of_the_gateway(int status, String body, String code) {
        assertThat(send(status, body)).isEqualTo(new Refused(code));
    }

    @Test
    void knows_a_recalled_attempt() {
        assertThat(send(409, "{\"code\": \"RECALLED\"}")).isEqualTo(new NeverReceived());
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404, 408, 425, 429, 500, 503})
    void defers_what_the_gateway_has_not_taken(int status) {
        assertThat(send(status, "")).isEqualTo(new Deferred("HTTP_" + status, Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void doubts_what_a_proxy_answers(int status) {
        assertThat(send(status, "")).isEqualTo(new Unknown("HTTP_" + status));
    }

    @Test
    void waits_as_long_as_asked_up_to_an_hour() {
        assertThat(deferred(Duration.ofSeconds(42), 1)).isEqualTo(Duration.ofSeconds(42));
        assertThat(deferred(Duration.ofDays(9), 1)).isEqualTo(Duration.ofHours(1));
        assertThat(deferred(Duration.ZERO, 1)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void waits_longer_with_each_attempt() {
        assertThat(deferred(null, 2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(deferred(null, 5)).isEqualTo(Duration.ofSeconds(80));
        assertThat(deferred(null, 1_000)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_silent_gateway_may_have_the_message() {
        assertThat(GatewayVerdict.ofSend(new NoAnswer(), 1)).isEqualTo(new Unknown("GATEWAY_NO_ANSWER"));
    }

    @Test
    void an_unreachable_gateway_has_no_message() {
        assertThat(GatewayVerdict.ofSend(new NotReached(), 1))
                .isEqualTo(new Deferred("GATEWAY_NOT_REACHED", Duration.ofSeconds(5)));
    }

    @Test
    void a_recall_tells_the_outcome() {
        assertThat(recall(200, "{\"status\": \"ACCEPTED\", \"providerMessageId\": \"p-1\"}"))
                .isEqualTo(new Accepted("p-1"));
        assertThat(recall(200, "{\"status\": \"REFUSED\", \"code\": \"NUMBER_BLOCKED\"}"))
                .isEqualTo(new Refused("NUMBER_BLOCKED"));
        assertThat(recall(200, "{\"status\": \"NEVER_RECEIVED\"}")).isEqualTo(new NeverReceived());
    }

    @Test
    void every_other_answer_to_a_recall_leaves_the_doubt() {
        assertThat(recall(200, "{\"status\": \"never_received\"}")).isEqualTo(new Unknown("GATEWAY_ANSWER_UNREADABLE"));
        assertThat(recall(200, "garbage")).isEqualTo(new Unknown("GATEWAY_ANSWER_UNREADABLE"));
        assertThat(recall(404, "{\"status\": \"NEVER_RECEIVED\"}")).isEqualTo(new Unknown("HTTP_404"));
        assertThat(GatewayVerdict.ofRecall(new NotReached())).isEqualTo(new Unknown("GATEWAY_NO_ANSWER"));
    }

    private static SmsResult send(int status, @Nullable String body) {
        return GatewayVerdict.ofSend(new Answered(status, null, body), 1);
    }

    private static Duration deferred(@Nullable Duration retryAfter, int attempt) {
        return ((Deferred) GatewayVerdict.ofSend(new Answered(503, retryAfter, ""), attempt)).pause();
    }

    private static SmsResult recall(int status, String body) {
        return GatewayVerdict.ofRecall(new Answered(status, null, body));
    }
}
