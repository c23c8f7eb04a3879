package io.zizhi.notification.sender.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.notification.sender.alibaba.CloudDouble.Answer;
import io.zizhi.notification.sender.alibaba.CloudDouble.Call;
import io.zizhi.notification.sender.channel.GivenSmsConfig;
import io.zizhi.notification.sender.channel.SmsReceipt;
import io.zizhi.notification.sender.channel.SmsRecipient;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.channel.SmsResult.Accepted;
import io.zizhi.notification.sender.channel.SmsResult.Deferred;
import io.zizhi.notification.sender.channel.SmsResult.Refused;
import io.zizhi.notification.sender.channel.SmsResult.Unknown;
import io.zizhi.notification.sender.message.Sms;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.testkit.ClosedPort;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlibabaSenderTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");
    private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-11-28T15:59:30Z");
    private static final Vertx VERTX = Vertx.vertx();

    private final List<SmsReceipt> receipts = new ArrayList<>();
    private Optional<SmsRecipient> recipient =
            Optional.of(new SmsRecipient(Phone.of("13800138000"), NOW.minusSeconds(60), null));

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void sends_template_and_parameters_with_a_valid_signature() {
        try (CloudDouble cloud = answering(call -> Answer.ok("\"BizId\":\"900619746936498440^0\""))) {
            assertThat(send(cloud)).isEqualTo(new Accepted("900619746936498440^0"));
            assertThat(cloud.calls())
                    .containsExactly(new Call(
                            "SendSms",
                            Map.of(
                                    "PhoneNumbers", "13800138000",
                                    "SignName", "示例公司",
                                    "TemplateCode", "SMS_154950909",
                                    "TemplateParam", "{\"code\":\"654321\"}",
                                    "OutId", ID)));
        }
    }

    @Test
    void a_wrong_secret_is_not_taken() {
        try (CloudDouble cloud = answering(call -> Answer.ok("\"BizId\":\"1^0\""))) {
            AlibabaSender sender = sender(cloud.url(), Map.of("access-key-secret", "another"));
            assertThat(answerOf(sender.send(sms(SmsLanguage.ZH_CN))))
                    .isEqualTo(new Deferred("SignatureDoesNotMatch", Duration.ofSeconds(5)));
            assertThat(cloud.calls()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, isv.BUSINESS_LIMIT_CONTROL, NUMBER",
        "200, isv.AMOUNT_NOT_ENOUGH, DEFERRED",
        "200, isv.OUT_OF_SERVICE, DEFERRED",
        "200, isv.DAY_LIMIT_CONTROL, DEFERRED",
        "200, isv.SMS_SIGNATURE_ILLEGAL, DEFERRED",
        "200, isv.SMS_TEMPLATE_ILLEGAL, DEFERRED",
        "403, NoPermission, DEFERRED",
        "404, InvalidAccessKeyId.NotFound, DEFERRED",
        "400, Throttling.User, DEFERRED",
        "429, Throttling, DEFERRED",
        "200, isv.MOBILE_NUMBER_ILLEGAL, REFUSED",
        "200, isv.TEMPLATE_MISSING_PARAMETERS, HERE",
        "200, isv.BLACK_KEY_CONTROL_LIMIT, HERE",
        "200, isv.PARAM_LENGTH_LIMIT, HERE",
        "200, isv.PARAM_NOT_SUPPORT_URL, HERE",
        "200, isv.SMS_CONTENT_ILLEGAL, HERE",
        "200, isp.SYSTEM_ERROR, UNKNOWN",
        "200, isv.NEW_CODE_OF_NEXT_YEAR, UNKNOWN",
        "400, SignatureNonceUsed, UNKNOWN",
        "400, MissingPhoneNumbers, UNKNOWN",
        "500, InternalError, HTTP",
        "503, ServiceUnavailable, HTTP",
        "503, isv.MOBILE_NUMBER_ILLEGAL, HTTP"
    })
    void maps_the_codes_of_the_cloud(int status, String code, String expected) {
        try (CloudDouble cloud = answering(call -> Answer.error(status, code))) {
            SmsResult result = send(cloud);
            switch (expected) {
                case "NUMBER" -> assertThat(result).isEqualTo(new Deferred(code, Duration.ofMinutes(1), true));
                case "DEFERRED" -> assertThat(result).isEqualTo(new Deferred(code, Duration.ofSeconds(5)));
                case "REFUSED" -> assertThat(result).isEqualTo(new Refused(code));
                case "HERE" -> assertThat(result).isEqualTo(new Refused(code, true));
                case "UNKNOWN" -> assertThat(result).isEqualTo(new Unknown(code));
                default -> assertThat(result).isEqualTo(new Unknown("HTTP_" + status));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Welcome</html>", "[]", "{\"Code\":\"OK\"}", "{\"Code\":\"OK\",\"BizId\":\"\"}"})
    void doubts_garbage(String body) {
        try (CloudDouble cloud = answering(call -> new Answer(200, body))) {
            assertThat(send(cloud)).isInstanceOf(Unknown.class);
        }
    }

    @Test
    void does_not_know_the_outcome_of_a_cut_connection_and_asks_once() {
        try (CloudDouble cloud = answering(call -> new Answer(0, ""))) {
            assertThat(send(cloud)).isEqualTo(new Unknown("ALIBABA_NO_ANSWER"));
            assertThat(cloud.calls()).hasSize(1);
        }
    }

    @Test
    void defers_while_the_cloud_cannot_be_reached() throws IOException {
        try (ClosedPort closed = new ClosedPort()) {
            AlibabaSender sender = sender("http://127.0.0.1:" + closed.number(), Map.of());
            assertThat(answerOf(sender.send(sms(SmsLanguage.ZH_CN))))
                    .isEqualTo(new Deferred("ALIBABA_NOT_REACHED", Duration.ofSeconds(5)));
        }
    }

    @Test
    void leaves_a_text_without_template_to_the_next_sender() {
        try (CloudDouble cloud = answering(call -> Answer.ok("\"BizId\":\"1^0\""))) {
            SmsResult result = answerOf(sender(cloud.url(), Map.of()).send(sms(SmsLanguage.EN)));
            assertThat(result).isEqualTo(new Refused("TEMPLATE_NOT_MAPPED", true));
            assertThat(cloud.calls()).isEmpty();
        }
    }

    @Test
    void prefers_the_template_of_the_version() {
        Map<String, String> codes =
                Map.of("templates.\"PHONE_CODE.2\"", "SMS_2", "templates.\"PHONE_CODE_EN.3\"", "SMS_3");
        try (CloudDouble cloud = answering(call -> Answer.ok("\"BizId\":\"1^0\""))) {
            AlibabaSender sender = sender(cloud.url(), codes);
            for (Sms sms : List.of(
                    sms(SmsLanguage.ZH_CN, 2),
                    sms(SmsLanguage.ZH_CN, 1),
                    sms(SmsLanguage.ZH_CN, null),
                    sms(SmsLanguage.EN, 3))) {
                assertThat(answerOf(sender.send(sms))).isEqualTo(new Accepted("1^0"));
            }
            assertThat(answerOf(sender.send(sms(SmsLanguage.EN, 2))))
                    .isEqualTo(new Refused("TEMPLATE_NOT_MAPPED", true));
            assertThat(cloud.calls())
                    .extracting(call -> call.parameters().get("TemplateCode"))
                    .containsExactly("SMS_2", "SMS_154950909", "SMS_154950909", "SMS_3");
        }
    }

    @Test
    void a_recall_finds_the_message_by_our_id() {
        try (CloudDouble cloud = answering(call -> details(detail("other", 3), detail(ID, 1)))) {
            assertThat(recall(cloud)).isEqualTo(new Accepted());
            assertThat(cloud.calls().getFirst())
                    .isEqualTo(new Call(
                            "QuerySendDetails",
                            Map.of(
                                    "PhoneNumber", "13800138000",
                                    "SendDate", "20261129",
                                    "PageSize", "50",
                                    "CurrentPage", "1")));
            assertThat(receipts).isEmpty();
        }
    }

    @Test
    void a_recall_reports_the_delivery() {
        try (CloudDouble cloud = answering(call -> details(detail(ID, 3)))) {
            assertThat(recall(cloud)).isEqualTo(new Accepted());
            assertThat(receipts)
                    .containsExactly(new SmsReceipt("alibaba", null, ID, SmsReceipt.Outcome.DELIVERED, null, NOW));
        }
    }

    @Test
    void a_recall_reports_a_failed_delivery() {
        try (CloudDouble cloud = answering(call -> details(detail(ID, 2)))) {
            assertThat(recall(cloud)).isEqualTo(new Refused("MK:0012"));
        }
    }

    @Test
    void a_recall_never_allows_a_second_hand_over() {
        try (CloudDouble cloud = answering(call -> details())) {
            assertThat(recall(cloud)).isEqualTo(new Unknown("ALIBABA_NOT_FOUND"));
        }
        try (CloudDouble cloud = answering(call -> Answer.error(200, "isp.SYSTEM_ERROR"))) {
            assertThat(recall(cloud)).isEqualTo(new Unknown("ALIBABA_ANSWER_UNREADABLE"));
        }
        try (CloudDouble cloud = answering(call -> new Answer(0, ""))) {
            assertThat(recall(cloud)).isEqualTo(new Unknown("ALIBABA_ANSWER_UNREADABLE"));
        }
        recipient = Optional.empty();
        try (CloudDouble cloud = answering(call -> details(detail(ID, 3)))) {
            assertThat(recall(cloud)).isEqualTo(new Unknown("NUMBER_PURGED"));
            assertThat(cloud.calls()).isEmpty();
        }
    }

    @Test
    void a_recall_looks_on_both_days_around_midnight() {
        recipient = Optional.of(new SmsRecipient(Phone.of("13800138000"), BEFORE_MIDNIGHT, "1^0"));
        try (CloudDouble cloud = answering(
                call -> "20261129".equals(call.parameters().get("SendDate")) ? details(detail(ID, 1)) : details())) {
            assertThat(recall(cloud)).isEqualTo(new Accepted("1^0"));
            assertThat(cloud.calls())
                    .extracting(call -> call.parameters().get("SendDate"))
                    .containsExactly("20261128", "20261129");
            assertThat(cloud.calls())
                    .allSatisfy(call -> assertThat(call.parameters()).containsEntry("BizId", "1^0"));
        }
    }

    @Test
    void a_recall_reads_a_bounded_number_of_pages() {
        String full =
                IntStream.range(0, 50).mapToObj(i -> detail("other" + i, 3)).collect(Collectors.joining(","));
        try (CloudDouble cloud = answering(call -> details(full))) {
            assertThat(recall(cloud)).isEqualTo(new Unknown("ALIBABA_NOT_FOUND"));
            assertThat(cloud.calls())
                    .extracting(call -> call.parameters().get("CurrentPage"))
                    .containsExactly("1", "2", "3", "4");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "url, https://dysmsapi.aliyuncs.com/path",
        "access-key-id, ''",
        "access-key-secret, ''",
        "sign-name, ''",
        "receipt-token, short",
        "timeout, PT31S"
    })
    void does_not_start_without_valid_settings(String setting, String value) {
        AlibabaSender sender = sender("https://dysmsapi.aliyuncs.com", Map.of(setting, value));
        assertThatIllegalStateException()
                .isThrownBy(sender::check)
                .withMessageContaining("zizhi.sms.alibaba." + setting)
                .withMessageNotContaining(value.isEmpty() ? "testSecret" : value);
    }

    /** The service would find no template for any message. */
    @Test
    void does_not_start_with_templates_in_environment_variables() {
        AlibabaSender sender = sender(new SmallRyeConfigBuilder()
                .withMapping(AlibabaConfig.class)
                .withDefaultValue("zizhi.sms.alibaba.access-key-id", CloudDouble.KEY_ID)
                .withDefaultValue("zizhi.sms.alibaba.access-key-secret", CloudDouble.SECRET)
                .withDefaultValue("zizhi.sms.alibaba.sign-name", "示例公司")
                .withSources(
                        new EnvConfigSource(Map.of("ZIZHI_SMS_ALIBABA_TEMPLATES_PHONE_CODE", "SMS_154950909"), 300))
                .build()
                .getConfigMapping(AlibabaConfig.class));
        assertThatIllegalStateException().isThrownBy(sender::check).withMessageContaining("in a file of settings");
    }

    @Test
    void starts_with_valid_settings() {
        AlibabaSender sender = sender("https://dysmsapi.aliyuncs.com", Map.of("receipt-token", "t".repeat(43)));
        assertThatCode(sender::check).doesNotThrowAnyException();
    }

    private static CloudDouble answering(Function<Call, Answer> script) {
        return new CloudDouble(Clock.fixed(NOW, ZoneOffset.UTC), script);
    }

    private static Answer details(String... details) {
        return Answer.ok("\"TotalCount\":\"" + details.length + "\",\"SmsSendDetailDTOs\":{\"SmsSendDetailDTO\":["
                + String.join(",", details) + "]}");
    }

    private static String detail(String outId, int status) {
        return "{\"OutId\":\"" + outId + "\",\"SendStatus\":" + status
                + ",\"ErrCode\":\"MK:0012\",\"PhoneNum\":\"13800138000\",\"Content\":\"【示例公司】…\"}";
    }

    private SmsResult send(CloudDouble cloud) {
        return answerOf(sender(cloud.url(), Map.of()).send(sms(SmsLanguage.ZH_CN)));
    }

    private SmsResult recall(CloudDouble cloud) {
        return answerOf(sender(cloud.url(), Map.of()).recall(ID, 1));
    }

    private static SmsResult answerOf(Uni<SmsResult> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }

    private AlibabaSender sender(String url, Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "url",
                url,
                "access-key-id",
                CloudDouble.KEY_ID,
                "access-key-secret",
                CloudDouble.SECRET,
                "sign-name",
                "示例公司",
                "templates.PHONE_CODE",
                "SMS_154950909",
                "timeout",
                "PT20S"));
        settings.putAll(changes);
        return sender(config(settings));
    }

    /** @param settings without their prefix, for example {@code receipt-token} */
    static AlibabaConfig config(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(AlibabaConfig.class);
        settings.forEach((name, value) -> builder.withDefaultValue("zizhi.sms.alibaba." + name, value));
        return builder.build().getConfigMapping(AlibabaConfig.class);
    }

    private AlibabaSender sender(AlibabaConfig config) {
        return new AlibabaSender(
                config,
                GivenSmsConfig.of(Map.of("lost-after", "PT1M")),
                id -> Uni.createFrom().item(recipient),
                receipt -> {
                    receipts.add(receipt);
                    return Uni.createFrom().voidItem();
                },
                VERTX,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Sms sms(SmsLanguage language) {
        return sms(language, null);
    }

    private static Sms sms(SmsLanguage language, @Nullable Integer version) {
        return new Sms(
                ID,
                1,
                Phone.of("13800138000"),
                SmsTemplate.PHONE_CODE,
                language,
                Map.of("code", "654321"),
                "验证码 654321",
                version);
    }
}
