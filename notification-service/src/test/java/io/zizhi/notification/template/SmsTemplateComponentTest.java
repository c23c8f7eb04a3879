package io.zizhi.notification.template;

import static io.zizhi.notification.Clients.as;
import static io.zizhi.notification.Clients.inbox;
import static io.zizhi.notification.Clients.newPhone;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.notification.Rows;
import io.zizhi.notification.limits.GivenLimits;
import io.zizhi.notification.sender.QueueSms;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.notification.sender.message.SmsTexts;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.BlindIndex;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes texts of one template only, and returns to the first version: other tests rely on the bundled texts. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class SmsTemplateComponentTest {

    private static final SmsTemplate TEMPLATE = SmsTemplate.LETTER_SUPPLEMENT_REQUESTED;
    private static final String PATH = "/v1/sms-templates/" + TEMPLATE;
    private static final Map<String, String> PARAMETERS =
            Map.of("name", "示例", "workOrder", "7", "count", "1", "list", "公章");

    @Inject
    QueueSms queueSms;

    @Inject
    SmsTexts texts;

    @Inject
    ReadTexts read;

    @Inject
    TemplateConfig config;

    @Inject
    MessageTemplateRepository templates;

    @Inject
    TemplateVersionRepository versions;

    @Inject
    TestSendRepository sends;

    @Inject
    BlindIndex index;

    @Inject
    TemplateRules rules;

    @Inject
    TemplateAudit audit;

    @Inject
    ChosenSenders chosen;

    private final String phone = newPhone();
    private final String word = "第" + UUID.randomUUID().toString().substring(0, 8) + "版";

    @AfterEach
    void return_to_the_bundled_text() {
        publish(1);
        await().until(() -> Reactive.run(() -> texts.published(TEMPLATE)) == 1);
        Rows.change("delete from sms_test_send");
    }

    @Test
    void drafts_publishes_and_returns_to_an_earlier_version() {
        long before = version();
        int draft = draft();
        assertThat(version()).isEqualTo(before + 1);
        as("operator")
                .get(PATH + "/versions?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].number", equalTo(draft))
                .body("items[0].status", equalTo("DRAFT"))
                .body("items[0].createdBy", equalTo("operator"))
                .body("items[0].publishedAt", nullValue())
                .body("items[0].preview.zh.text", equalTo(word + "：示例科技短信资质 20000001 2 营业证件已过期、图片模糊"))
                .body("items[0].preview.zh.example.encoding", equalTo("UCS_2"))
                .body("items[0].preview.en.longest.segments", equalTo(5));
        publish(draft).statusCode(200).body("state", equalTo("CARRIED_OUT")).body("zh", equalTo(zh()));
        as("operator").get(PATH).then().body("published", equalTo(draft)).body("zh", equalTo(zh()));
        status(draft, "PUBLISHED");
        status(1, "EARLIER");
        assertThat(eventually()).startsWith(word);

        publish(1).statusCode(200);
        status(draft, "EARLIER");
        assertThat(Rows.texts("select action from audit_entry where object_type = 'sms-template' and object_id = '"
                        + TEMPLATE + "/" + draft + "' order by 1"))
                .containsExactly(
                        "sms-template.drafted", "sms-template.publication-requested", "sms-template.published");
    }

    @Test
    void one_operator_alone_publishes_nothing() {
        int draft = draft();
        long publication = request(draft);
        close("operator", publication, "confirmation").statusCode(403).body("code", equalTo("SECOND_PERSON_REQUIRED"));
        askFor(1).statusCode(409).body("code", equalTo("SMS_PUBLICATION_OPEN"));
        as("operator-b")
                .get("/v1/sms-publications")
                .then()
                .statusCode(200)
                .body("items.template", contains(TEMPLATE.name()))
                .body("items.number", contains(draft))
                .body("items.zh", contains(zh()));
        status(draft, "DRAFT");

        close("operator", publication, "cancellation").statusCode(200).body("state", equalTo("CANCELLED"));
        close("operator-b", publication, "confirmation")
                .statusCode(409)
                .body("code", equalTo("SMS_PUBLICATION_CLOSED"));
        close("operator-b", 999_999, "cancellation").statusCode(404).body("code", equalTo("SMS_PUBLICATION_NOT_FOUND"));
        status(draft, "DRAFT");
        assertThat(Rows.texts("select action from audit_entry where object_type = 'sms-template' and object_id = '"
                        + TEMPLATE + "/" + draft + "' order by 1"))
                .containsExactly(
                        "sms-template.drafted",
                        "sms-template.publication-cancelled",
                        "sms-template.publication-requested");
    }

    /** Returns the first text in which the published version arrives; replicas may use another for a few seconds. */
    private String eventually() {
        AtomicLong sent = new AtomicLong();
        await().until(() -> {
            queue(null);
            return inbox(phone, (int) sent.incrementAndGet())
                    .getFirst()
                    .getOrDefault("text", "")
                    .startsWith(word);
        });
        return inbox(phone).getFirst().getOrDefault("text", "");
    }

    @Test
    void a_queued_message_keeps_its_version() {
        String id = queue(Instant.now().plusSeconds(3600));
        int draft = draft();
        publish(draft).statusCode(200);
        Rows.change("update sms_message set queued_at = now() where message_id = '" + id + "'");
        assertThat(inbox(phone, 1).getFirst())
                .extracting(sms -> sms.get("text"))
                .isEqualTo(bundled());
        assertThat(Rows.texts("select cast(template_version as text) from sms_message where message_id = '" + id + "'"))
                .containsExactly("1");
    }

    @Test
    void a_message_of_an_older_release_gets_the_published_text() {
        String id = queue(Instant.now().plusSeconds(3600));
        Rows.change(
                "update sms_message set queued_at = now(), template_version = null where message_id = '" + id + "'");
        assertThat(inbox(phone, 1).getFirst())
                .extracting(sms -> sms.get("text"))
                .isEqualTo(bundled());
    }

    @Test
    void a_broken_draft_stops_no_message_and_is_not_published() {
        int broken = draft();
        Rows.change("update sms_template_version set zh = '{' where name = '" + TEMPLATE + "' and number = " + broken);
        queue(null);
        assertThat(inbox(phone, 1).getFirst())
                .extracting(sms -> sms.get("text"))
                .isEqualTo(bundled());
        askFor(broken).statusCode(400).body("errors.code", hasItem("VARIABLE_MISSING"));
        long publication = request(1);
        Rows.change("update sms_publication set number = " + broken + " where id = " + publication);
        close("operator-b", publication, "confirmation")
                .statusCode(400)
                .body("errors.code", hasItem("VARIABLE_MISSING"));
        close("operator-b", publication, "cancellation").statusCode(200);
        assertThat(Rows.count("select published from sms_template where name = '" + TEMPLATE + "'"))
                .isOne();
    }

    @Test
    void replicas_agree_once_their_copy_is_too_old() {
        AtomicLong nanos = new AtomicLong();
        var one = new PublishedTexts(read, new SmsSignature(config), config, nanos::get);
        var other = new PublishedTexts(read, new SmsSignature(config), config, nanos::get);
        assertThat(published(one)).isOne();
        int draft = draft();
        publish(draft).statusCode(200);
        assertThat(published(one)).as("the copy in memory").isOne();
        assertThat(published(other)).isEqualTo(draft);
        nanos.addAndGet(config.readEvery().toNanos());
        assertThat(published(one)).isEqualTo(draft);
        assertThat(text(one, 1)).as("an earlier version").isEqualTo(bundled());
    }

    @Test
    void only_messages_carry_the_signature() {
        var signed = new PublishedTexts(read, new SmsSignature(Optional.of("示例")), config, System::nanoTime);
        assertThat(text(signed, 1)).isEqualTo("【示例】" + bundled());
        assertThat(Reactive.run(() -> signed.withoutSignature(TEMPLATE, SmsLanguage.ZH_CN, PARAMETERS)))
                .isEqualTo(bundled());
    }

    private static int published(PublishedTexts texts) {
        return Reactive.run(() -> texts.published(TEMPLATE));
    }

    private static String text(PublishedTexts texts, int version) {
        return Reactive.run(() -> texts.text(TEMPLATE, version, SmsLanguage.ZH_CN, PARAMETERS));
    }

    @Test
    void errors_name_the_invalid_text() {
        as("operator")
                .body(Map.of("zh", "{name} {workOrder} {count}", "en", en() + " {year}"))
                .post(PATH + "/previews")
                .then()
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("errors.pointer", contains("/zh", "/en"))
                .body("errors.code", contains("VARIABLE_MISSING", "VARIABLE_UNKNOWN"));
        as("operator")
                .body(Map.of("zh", " ", "en", "x".repeat(501)))
                .post(PATH + "/previews")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/zh", "/en"));
        as("operator")
                .body(Map.of("zh", zh(), "en", en() + "资".repeat(300)))
                .post(PATH + "/previews")
                .then()
                .statusCode(400)
                .body("errors.code", contains("SMS_TOO_LONG"))
                .body("errors.pointer", contains("/en"));
    }

    @Test
    void requires_the_current_version_of_the_template() {
        as("operator").body(texts()).post(PATH + "/versions").then().statusCode(428);
        as("operator")
                .header("If-Match", "\"" + (version() - 1) + "\"")
                .body(texts())
                .post(PATH + "/versions")
                .then()
                .statusCode(412);
        askFor(9999).statusCode(404).body("code", equalTo("SMS_TEMPLATE_VERSION_NOT_FOUND"));
        as("operator")
                .get("/v1/sms-templates/NONE")
                .then()
                .statusCode(404)
                .body("code", equalTo("SMS_TEMPLATE_NOT_FOUND"));
    }

    @Test
    void lists_every_template_with_its_variables() {
        as("operator")
                .get("/v1/sms-templates")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(SmsTemplate.values().length))
                .body("items.find { it.name == 'PHONE_CODE' }.variables.name", contains("code", "minutes"))
                .body("items.find { it.name == 'PHONE_CODE' }.kind", equalTo("CODE"));
        for (String user : List.of("applicant-a", "reviewer-a", "supervisor", "auditor")) {
            as(user).get("/v1/sms-templates").then().statusCode(403);
        }
    }

    @Test
    void sends_a_draft_to_the_operators_own_phone() {
        int draft = draft();
        as("operator")
                .body(Map.of("phone", phone, "language", "EN", "version", draft))
                .post(PATH + "/test-sends")
                .then()
                .statusCode(202)
                .body("version", equalTo(draft));
        assertThat(inbox(phone, 1).getFirst())
                .extracting(sms -> sms.get("text"))
                .isEqualTo("Example Tech 20000001 2 certificate expired, image blurred");
        assertThat(Rows.count(
                        "select count(*) from audit_entry where action = 'sms-template.test-sent' and object_id = '"
                                + TEMPLATE + "/" + draft + "'"))
                .isOne();
    }

    @Test
    void limits_test_messages_per_operator_and_day() {
        var send = new SendTestMessage(
                templates,
                versions,
                sends,
                index,
                queueSms,
                rules,
                audit,
                chosen,
                GivenLimits.of(Map.of("sms.test-sends-per-day", "2")));
        String operator = UUID.randomUUID().toString();
        send(send, operator);
        send(send, operator);
        assertThatThrownBy(() -> send(send, operator)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.code()).isEqualTo("SMS_TEST_LIMITED");
        });
        send(send, UUID.randomUUID().toString());
        Rows.change("update sms_test_send set sent_at = sent_at - interval '1 day' where sent_by = '" + operator + "'");
        send(send, operator);
    }

    @Test
    void limits_test_messages_per_number_and_day() {
        for (int sent = 0; sent < 5; sent++) {
            testSend().statusCode(202);
        }
        testSend().statusCode(429).body("code", equalTo("SMS_TEST_LIMITED"));
        as("operator-b")
                .body(Map.of("phone", newPhone(), "language", "EN"))
                .post(PATH + "/test-sends")
                .then()
                .statusCode(202);
        Rows.change("update sms_test_send set sent_at = sent_at - interval '1 day'");
        testSend().statusCode(202);
    }

    private ValidatableResponse testSend() {
        return as("operator-b")
                .body(Map.of("phone", phone, "language", "EN"))
                .post(PATH + "/test-sends")
                .then();
    }

    private void send(SendTestMessage send, String operator) {
        var caller = new Caller(operator, null, Set.of("operator"));
        Reactive.inTransaction(
                () -> send.send(caller, TEMPLATE.name(), new TestSendRequest(phone, SmsLanguage.ZH_CN, null)));
    }

    private String queue(@Nullable Instant notBefore) {
        return Reactive.run(() -> queueSms.queue(new SmsOrder(
                "company-a", Phone.of(phone), TEMPLATE, PARAMETERS, "letter/7", null, notBefore, SmsLanguage.ZH_CN)));
    }

    private static String bundled() {
        return SeededTexts.text(TEMPLATE, SmsLanguage.ZH_CN, PARAMETERS);
    }

    private int draft() {
        return as("operator")
                .header("If-Match", "\"" + version() + "\"")
                .body(texts())
                .post(PATH + "/versions")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    /** Publishes the version by two operators. */
    private static ValidatableResponse publish(int number) {
        return close("operator-b", request(number), "confirmation");
    }

    private static long request(int number) {
        Number id = askFor(number)
                .statusCode(201)
                .body("state", equalTo("REQUESTED"))
                .extract()
                .path("id");
        return id.longValue();
    }

    private static ValidatableResponse askFor(int number) {
        return as("operator")
                .post(PATH + "/versions/{number}/publications", number)
                .then();
    }

    private static ValidatableResponse close(String operator, long publication, String act) {
        return as(operator)
                .post("/v1/sms-publications/{id}/{act}", publication, act)
                .then();
    }

    private void status(int number, String status) {
        as("operator")
                .queryParam("cursor", number + 1)
                .queryParam("limit", 1)
                .get(PATH + "/versions")
                .then()
                .statusCode(200)
                .body("items[0].number", equalTo(number))
                .body("items[0].status", equalTo(status));
    }

    private static long version() {
        Number version =
                as("operator").get(PATH).then().statusCode(200).extract().path("version");
        return version.longValue();
    }

    private Map<String, String> texts() {
        return Map.of("zh", zh(), "en", en());
    }

    private String zh() {
        return word + "：{name} {workOrder} {count} {list}";
    }

    private static String en() {
        return "{name} {workOrder} {count} {list}";
    }
}
