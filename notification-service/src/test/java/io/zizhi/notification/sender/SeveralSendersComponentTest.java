package io.zizhi.notification.sender;

import static io.zizhi.notification.Clients.as;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.SmsFailed;
import io.zizhi.notification.Clients;
import io.zizhi.notification.Rows;
import io.zizhi.notification.sender.channel.GivenSenders;
import io.zizhi.notification.sender.channel.SenderCircuits;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class SeveralSendersComponentTest {

    private static final SmsResult BUSY = new SmsResult.Deferred("HTTP_503", Duration.ofHours(1));
    private static final SmsResult TAKEN = new SmsResult.Accepted("p-1");
    private static final String STOP = "/v1/operations/sms-senders/scripted/stop";
    private static final String START = "/v1/operations/sms-senders/scripted/start";

    @Inject
    QueueSms queueSms;

    @Inject
    ScriptedSender first;

    @Inject
    SpareSender second;

    @Inject
    SenderCircuits circuits;

    private final String phone = Clients.newPhone();

    @BeforeEach
    void choose() {
        GivenSenders.choose(first, second);
    }

    @Test
    void prefers_the_first_sender() {
        first.answer(phone, TAKEN);
        second.answer(phone, TAKEN);
        String id = queue();
        assertOutcome(id, "ACCEPTED scripted");
        assertThat(second.timesSent(id)).isZero();
    }

    @Test
    void fails_over_at_once_if_the_message_was_certainly_not_taken() {
        first.answer(phone, BUSY);
        second.answer(phone, TAKEN);
        String id = queue();
        assertOutcome(id, "ACCEPTED spare");
        assertThat(first.timesSent(id)).isOne();
        assertThat(second.timesSent(id)).isOne();
    }

    @Test
    void never_fails_over_after_doubt() {
        second.answer(phone, TAKEN);
        String id = queue();
        assertOutcome(id, "UNKNOWN scripted");
        for (int recalls = 1; recalls <= 2; recalls++) {
            String recorded =
                    "select count(*) from sms_message where recalls > " + recalls + " and message_id = '" + id + "'";
            Rows.letRecallBeDue(id);
            await().until(() -> Rows.count(recorded) == 1);
        }
        assertOutcome(id, "UNKNOWN scripted");
        assertThat(first.timesRecalled(id)).isEqualTo(2);
        assertThat(second.timesSent(id)).isZero();
        assertThat(second.timesRecalled(id)).isZero();
        first.remember(id, TAKEN);
        Rows.letRecallBeDue(id);
        assertOutcome(id, "ACCEPTED scripted");
        assertThat(first.timesSent(id)).isOne();
    }

    @Test
    void asks_only_the_sender_that_may_have_the_message() {
        first.answer(phone, BUSY);
        String id = queue();
        first.remember(id, new SmsResult.NeverReceived());
        second.remember(id, TAKEN);
        assertOutcome(id, "UNKNOWN spare");
        Rows.letRecallBeDue(id);
        assertOutcome(id, "ACCEPTED spare");
        assertThat(first.timesRecalled(id)).isZero();
        assertThat(second.timesSent(id)).isOne();
    }

    @Test
    void starts_again_with_the_first_sender_after_the_pause() {
        first.answer(phone, BUSY);
        second.answer(phone, BUSY);
        String id = queue();
        await().until(() -> second.timesSent(id) == 1);
        first.answer(phone, TAKEN);
        await().until(() -> Rows.change("update sms_message set queued_at = statement_timestamp() where status ="
                        + " 'QUEUED' and sender is null and outcome_code = 'HTTP_503' and message_id = '" + id + "'")
                == 1);
        assertOutcome(id, "ACCEPTED scripted");
        assertThat(first.timesSent(id)).isEqualTo(2);
        assertThat(second.timesSent(id)).isOne();
    }

    @Test
    void another_sender_gets_what_only_the_first_one_refuses() {
        first.answer(phone, new SmsResult.Refused("NOT_HERE", true));
        second.answer(phone, TAKEN);
        String id = queue();
        assertOutcome(id, "ACCEPTED spare");
        assertThat(first.timesSent(id)).isOne();
    }

    @Test
    void fails_with_the_last_code_when_every_sender_has_refused() {
        first.answer(phone, new SmsResult.Refused("NOT_HERE", true));
        second.answer(phone, new SmsResult.Refused("NOT_THERE", true));
        String id = queue();
        assertOutcome(id, "FAILED spare");
        assertThat(((SmsFailed) EventBus.await(EventType.SMS_FAILED, id)).failureCode())
                .isEqualTo("NOT_THERE");
        assertThat(first.timesSent(id)).isOne();
        assertThat(second.timesSent(id)).isOne();
    }

    @Test
    void waits_for_a_sender_that_has_not_refused() {
        first.answer(phone, BUSY);
        second.answer(phone, new SmsResult.Refused("NOT_THERE", true));
        String id = queue();
        await().until(() -> second.timesSent(id) == 1);
        first.answer(phone, new SmsResult.Refused("NOT_HERE", true));
        await().until(() -> Rows.change("update sms_message set queued_at = statement_timestamp() where status ="
                        + " 'QUEUED' and sender is null and refused_by = 'spare' and message_id = '" + id + "'")
                == 1);
        assertOutcome(id, "FAILED scripted");
        assertThat(second.timesSent(id)).isOne();
    }

    @Test
    void a_refused_message_costs_nothing() {
        first.answer(phone, TAKEN);
        assertOutcome(queue(), "ACCEPTED scripted");
        long before = messagesToday();
        String refused = Clients.newPhone();
        first.answer(refused, new SmsResult.Refused("NUMBER_BLOCKED"));
        assertOutcome(queue(refused), "FAILED scripted");
        assertThat(messagesToday()).isEqualTo(before);
    }

    private static long messagesToday() {
        return Rows.count("select messages from sms_sender where sender = 'scripted'");
    }

    @Test
    void refuses_to_test_a_draft_that_the_first_sender_would_not_send() {
        String path = "/v1/sms-templates/LETTER_EXPIRED";
        Number version = as("operator").get(path).then().extract().path("version");
        int draft = as("operator")
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("zh", "{name} {endsOn}", "en", "{name} {endsOn}"))
                .post(path + "/versions")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        first.answer(phone, TAKEN);
        long before = acceptedTestSends();
        first.fillOwnText(true);
        try {
            testSend(path, Map.of("phone", phone, "language", "EN", "version", draft))
                    .statusCode(409)
                    .body("code", equalTo("SMS_TEXT_NOT_SENT"));
            testSend(path, Map.of("phone", phone, "language", "EN")).statusCode(202);
        } finally {
            first.fillOwnText(false);
        }
        testSend(path, Map.of("phone", phone, "language", "EN", "version", draft))
                .statusCode(202);
        // a message still on its way would close the circuit that another test opens
        await().until(() -> acceptedTestSends() == before + 2);
    }

    private static long acceptedTestSends() {
        return Rows.count("select count(*) from sms_message where template = 'LETTER_EXPIRED' and status = 'ACCEPTED'"
                + " and sender = 'scripted'");
    }

    private static ValidatableResponse testSend(String path, Map<String, ?> request) {
        return as("operator")
                .contentType("application/json")
                .body(request)
                .post(path + "/test-sends")
                .then();
    }

    @Test
    void a_sender_with_an_open_circuit_gets_nothing() {
        first.answer(phone, TAKEN);
        second.answer(phone, TAKEN);
        for (int i = 0; i < 5; i++) {
            circuits.record(ScriptedSender.NAME, BUSY);
        }
        String id = queue();
        assertOutcome(id, "ACCEPTED spare");
        assertThat(first.timesSent(id)).isZero();
    }

    @Test
    void a_stopped_sender_gets_nothing_until_it_is_started() {
        first.answer(phone, TAKEN);
        second.answer(phone, TAKEN);
        Map<String, String> reason = Map.of("reason", "test " + phone.hashCode());
        as("operator")
                .contentType("application/json")
                .body(reason)
                .post(STOP)
                .then()
                .statusCode(200)
                .body("items.name", contains("scripted", "spare"))
                .body("items[0].stoppedAt", notNullValue())
                .body("items[1].stoppedAt", nullValue());
        try {
            String id = queue();
            assertOutcome(id, "ACCEPTED spare");
            assertThat(first.timesSent(id)).isZero();
        } finally {
            as("operator")
                    .contentType("application/json")
                    .body(reason)
                    .post(START)
                    .then()
                    .statusCode(200)
                    .body("items[0].stoppedAt", nullValue());
        }
        assertOutcome(queue(), "ACCEPTED scripted");
        assertThat(Rows.texts("select action from audit_entry where object_type = 'sms-sender' and object_id ="
                        + " 'scripted' order by action"))
                .containsOnly("sms-sender.started", "sms-sender.stopped")
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void only_operators_stop_senders_and_only_chosen_ones() {
        Map<String, String> reason = Map.of("reason", "test");
        as("operator")
                .contentType("application/json")
                .body(reason)
                .post("/v1/operations/sms-senders/http/stop")
                .then()
                .statusCode(404)
                .body("code", equalTo("SENDER_NOT_FOUND"));
        as("applicant-a")
                .contentType("application/json")
                .body(reason)
                .post(STOP)
                .then()
                .statusCode(403);
        as("operator")
                .contentType("application/json")
                .body(Map.of())
                .post(STOP)
                .then()
                .statusCode(400);
    }

    private String queue() {
        return queue(phone);
    }

    private String queue(String to) {
        return Reactive.run(() -> queueSms.queue(new SmsOrder(
                "company-a",
                Phone.of(to),
                SmsTemplate.QUALIFICATION_APPROVED,
                Map.of("name", "示例", "workOrder", "7"),
                "qualification/7",
                null)));
    }

    private static void assertOutcome(String id, String expected) {
        await().untilAsserted(() -> assertThat(
                        Rows.texts("select status || ' ' || sender from sms_message where message_id = '" + id + "'"))
                .containsExactly(expected));
    }
}
