package io.zizhi.notification.sender;

import static io.zizhi.notification.Clients.as;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class UnsureSenderComponentTest {

    @Inject
    QueueSms queueSms;

    @Inject
    ScriptedSender sender;

    @Inject
    SenderCircuits circuits;

    @Inject
    UnknownSmsGauge unknown;

    @Inject
    MeterRegistry metrics;

    private final String phone = Clients.newPhone();

    @BeforeEach
    void choose() {
        GivenSenders.choose(sender);
    }

    @Test
    void a_refused_message_fails_with_the_reason() {
        sender.answer(phone, new SmsResult.Refused("NUMBER_BLOCKED"));
        String id = queue(null);
        var failed = (SmsFailed) EventBus.await(EventType.SMS_FAILED, id);
        assertThat(failed.failureCode()).isEqualTo("NUMBER_BLOCKED");
        assertStatus(id, "FAILED");
    }

    @Test
    void sends_a_deferred_message_again_after_its_pause() {
        sender.answer(phone, new SmsResult.Deferred("HTTP_429", Duration.ofHours(1)));
        String id = queue(null);
        String waits = "status = 'QUEUED' and outcome_code = 'HTTP_429' and queued_at > now() + interval '59 minutes'";
        await().until(() -> Rows.isMessage(id, waits));
        sender.answer(phone, new SmsResult.Accepted("provider-1"));
        Rows.letHandOverBeDue(id);
        assertStatus(id, "ACCEPTED");
        assertThat(sender.timesSent(id)).isEqualTo(2);
    }

    @Test
    void asks_for_unknown_messages_and_never_sends_twice() {
        String id = queue(null);
        assertStatus(id, "UNKNOWN");
        sender.remember(id, new SmsResult.Accepted());
        Rows.letRecallBeDue(id);
        assertStatus(id, "ACCEPTED");
        assertThat(sender.timesSent(id)).isOne();
        EventBus.await(EventType.SMS_ACCEPTED, id);
    }

    @Test
    void sends_while_a_recall_has_no_answer() {
        String unknown = queue(null);
        assertStatus(unknown, "UNKNOWN");
        var recall = sender.recallSlowly(unknown);
        sender.answer(phone, new SmsResult.Accepted());
        await().until(() -> isAskedAbout(unknown) && isSentDuringAQuestion());
        recall.complete(new SmsResult.Unknown("CANNOT_TELL"));
    }

    private boolean isAskedAbout(String id) {
        if (sender.isAsked()) {
            return true;
        }
        Rows.letRecallBeDue(id);
        return false;
    }

    private boolean isSentDuringAQuestion() {
        String id = queue(null);
        assertStatus(id, "ACCEPTED");
        return sender.wasSentDuringAQuestion(id);
    }

    @Test
    void a_recall_does_not_count_while_the_sender_is_down() {
        String id = queue(null);
        assertStatus(id, "UNKNOWN");
        Reactive.inTransaction(() -> change(id, "recall_at = null"));
        List<String> before = recalls(id);
        long asked = sender.timesRecalled(id);
        IntStream.range(0, 5).forEach(each -> circuits.record(ScriptedSender.NAME, new SmsResult.Unknown("DOWN")));
        Reactive.inTransaction(() -> change(id, "recall_at = statement_timestamp()"));
        await().until(() ->
                Rows.count("select count(*) from sms_message where recall_at > now() and message_id = '" + id + "'")
                        == 1);
        assertThat(recalls(id)).isEqualTo(before);
        assertThat(sender.timesRecalled(id)).isEqualTo(asked);
        circuits.record(ScriptedSender.NAME, new SmsResult.Accepted());
        sender.remember(id, new SmsResult.Accepted());
        Rows.letRecallBeDue(id);
        assertStatus(id, "ACCEPTED");
    }

    private static List<String> recalls(String id) {
        return Rows.texts("select recalls || ' ' || outcome_code from sms_message where message_id = '" + id + "'");
    }

    @Test
    void message_stays_unknown_if_sender_does_not_know() {
        String id = queue(null);
        assertStatus(id, "UNKNOWN");
        Rows.letRecallBeDue(id);
        await().untilAsserted(() -> assertThat(
                        Rows.count("select count(*) from sms_message where recalls >= 2 and message_id = '" + id + "'"))
                .isOne());
        assertStatus(id, "UNKNOWN");
        assertThat(sender.timesSent(id)).isOne();
    }

    @Test
    void resends_a_message_the_sender_never_received() {
        String id = queue(null);
        assertStatus(id, "UNKNOWN");
        sender.answer(phone, new SmsResult.Accepted());
        sender.remember(id, new SmsResult.NeverReceived());
        Rows.letRecallBeDue(id);
        assertStatus(id, "ACCEPTED");
        assertThat(sender.timesSent(id)).isEqualTo(2);
    }

    @Test
    void asks_about_each_hand_over_anew() {
        String id = queue(null);
        assertStatus(id, "UNKNOWN");
        Reactive.inTransaction(() -> change(id, "recalls = 100"));
        sender.remember(id, new SmsResult.NeverReceived());
        await().until(() -> isSentOrAskedAbout(id, 3));
        sender.answer(phone, new SmsResult.Accepted());
        // the last one may have been accepted already
        await().until(() -> isSentOrAskedAbout(id, 4) || isAccepted(id));
        assertStatus(id, "ACCEPTED");
    }

    private static boolean isAccepted(String id) {
        return Rows.count("select count(*) from sms_message where status = 'ACCEPTED' and message_id = '" + id + "'")
                == 1;
    }

    private boolean isSentOrAskedAbout(String id, int times) {
        if (sender.timesSent(id) >= times) {
            return true;
        }
        Rows.letRecallBeDue(id);
        return false;
    }

    @Test
    void does_not_send_an_expired_code() {
        sender.answer(phone, new SmsResult.Accepted());
        String id = queue(Instant.now().minusSeconds(1));
        assertStatus(id, "FAILED");
        assertThat(sender.timesSent(id)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"template = 'GONE'", "template = 'PHONE_CODE'", "parameters = '\\x00'", "phone = '\\x00'"})
    void an_unreadable_message_fails_without_blocking_the_queue(String damage) {
        sender.answer(phone, new SmsResult.Accepted());
        String broken = Reactive.inTransaction(() -> queueSms.queue(order(null)).call(id -> change(id, damage)));
        String next = queue(null);
        var failed = (SmsFailed) EventBus.await(EventType.SMS_FAILED, broken);
        assertThat(failed.failureCode()).isEqualTo("SMS_UNREADABLE");
        assertStatus(broken, "FAILED");
        assertStatus(next, "ACCEPTED");
        assertThat(sender.timesSent(broken)).isZero();
    }

    @Test
    void counts_unknown_messages() {
        String id = queue(null);
        assertStatus(id, "UNKNOWN");
        Reactive.inTransaction(() -> change(id, "recall_at = null"));
        // messages of other tests may get an outcome between the two counts
        await().untilAsserted(() -> {
            Reactive.run(() -> unknown.measure());
            assertThat(metrics.get("sms_unknown").gauge().value())
                    .isEqualTo((double) Rows.count("select count(*) from sms_message where status = 'UNKNOWN'"))
                    .isPositive();
        });
    }

    private static Uni<Integer> change(String id, String what) {
        return Panache.getSession()
                .call(session -> session.flush())
                .chain(session -> session.createNativeQuery(
                                "update sms_message set " + what + " where message_id = :id")
                        .setParameter("id", id)
                        .executeUpdate());
    }

    @Test
    void another_sender_has_no_inbox() {
        as("operator")
                .queryParam("phone", phone)
                .get("/v1/inbox")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        as("applicant-a").queryParam("phone", phone).get("/v1/inbox").then().statusCode(403);
        as("operator").get("/local/inbox").then().statusCode(404);
    }

    private String queue(@Nullable Instant usefulUntil) {
        return Reactive.run(() -> queueSms.queue(order(usefulUntil)));
    }

    private SmsOrder order(@Nullable Instant usefulUntil) {
        return new SmsOrder(
                "company-a",
                Phone.of(phone),
                SmsTemplate.QUALIFICATION_APPROVED,
                Map.of("name", "示例", "workOrder", "7"),
                "qualification/7",
                usefulUntil);
    }

    private static void assertStatus(String id, String status) {
        await().untilAsserted(
                        () -> assertThat(Rows.texts("select status from sms_message where message_id = '" + id + "'"))
                                .containsExactly(status));
    }
}
