package io.zizhi.notification.sender;

import static io.zizhi.platform.testkit.Waits.await;
import static io.zizhi.platform.testkit.Waits.awaitWaking;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.SmsFailed;
import io.zizhi.notification.Clients;
import io.zizhi.notification.Rows;
import io.zizhi.notification.sender.channel.GivenSenders;
import io.zizhi.notification.sender.channel.SenderCircuits;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.channel.SmsReceipt;
import io.zizhi.notification.sender.channel.SmsReceipt.Outcome;
import io.zizhi.notification.sender.channel.SmsReceipts;
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
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ReceiptsComponentTest {

    private static final Instant AT = Instant.parse("2026-11-29T03:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    QueueSms queueSms;

    @Inject
    ScriptedSender sender;

    @Inject
    SpareSender spare;

    @Inject
    SmsReceipts receipts;

    @Inject
    SmsConfig config;

    @Inject
    SmsOutcomes outcomes;

    @Inject
    SenderCircuits circuits;

    @Inject
    MeterRegistry metrics;

    private final String phone = Clients.newPhone();
    private final String providerId = "p-" + UUID.randomUUID();

    @BeforeEach
    void choose() {
        GivenSenders.choose(sender, spare);
    }

    @Test
    void an_accepted_message_is_delivered_and_loses_its_number() {
        String id = accepted();
        record(providerId, null, Outcome.DELIVERED, null);
        EventBus.await(EventType.SMS_DELIVERED, id);
        assertThat(outcome(id)).isEqualTo(new SmsOutcome(SmsStatus.DELIVERED, null));
        assertThat(Rows.texts("select status || ' ' || delivery from sms_message where phone is null and parameters is"
                        + " null and receipt_due_at is null and message_id = '" + id + "'"))
                .containsExactly("ACCEPTED DELIVERED");
    }

    @Test
    void a_failed_delivery_is_published_with_its_code() {
        String id = accepted();
        record(null, id, Outcome.FAILED, "UNDELIV/001");
        assertThat(((SmsFailed) EventBus.await(EventType.SMS_FAILED, id)).failureCode())
                .isEqualTo("UNDELIV/001");
        assertThat(outcome(id)).isEqualTo(new SmsOutcome(SmsStatus.FAILED, "UNDELIV/001"));
    }

    @Test
    void publishes_no_text_of_a_provider() {
        String id = accepted();
        record(null, id, Outcome.FAILED, "手机 13800138000 停机");
        assertThat(((SmsFailed) EventBus.await(EventType.SMS_FAILED, id)).failureCode())
                .isEqualTo("NOT_DELIVERED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNKNOWN FAILED DELIVERED",
                "UNKNOWN DELIVERED FAILED",
                "FAILED UNKNOWN DELIVERED",
                "FAILED DELIVERED UNKNOWN",
                "DELIVERED UNKNOWN FAILED",
                "DELIVERED FAILED UNKNOWN"
            })
    void the_order_and_number_of_receipts_do_not_matter(String order) {
        String id = accepted();
        for (String name : order.split(" ", -1)) {
            record(providerId, null, Outcome.valueOf(name), null);
            record(null, id, Outcome.valueOf(name), null);
        }
        assertThat(outcome(id).status()).isEqualTo(SmsStatus.DELIVERED);
        EventBus.await(EventType.SMS_DELIVERED, id);
        assertThat(EventBus.all(EventType.SMS_DELIVERED, id)).hasSize(1);
        assertThat(EventBus.all(EventType.SMS_FAILED, id)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_receipt_by_the_providers_id_may_come_before_the_answer() {
        var answer = sender.answerSlowly(phone);
        String id = queue();
        await().until(() -> sender.timesSent(id) == 1);
        double failed = count(ScriptedSender.NAME, "failed");
        record(providerId, null, Outcome.FAILED, "EXPIRED");
        record(providerId, null, Outcome.FAILED, "EXPIRED");
        assertThat(outcome(id).failureCode()).isNull();
        answer.complete(new SmsResult.Accepted(providerId));
        await().untilAsserted(() -> assertThat(outcome(id)).isEqualTo(new SmsOutcome(SmsStatus.FAILED, "EXPIRED")));
        EventBus.await(EventType.SMS_ACCEPTED, id);
        assertThat(count(ScriptedSender.NAME, "failed")).isEqualTo(failed + 1);
        assertThat(Rows.count(
                        "select count(*) from sms_early_receipt where provider_message_id = '" + providerId + "'"))
                .isZero();
    }

    @Test
    void a_receipt_by_our_id_is_an_answer_to_the_hand_over() {
        var answer = sender.answerSlowly(phone);
        String id = queue();
        await().until(() -> sender.timesSent(id) == 1);
        record(null, id, Outcome.UNKNOWN, null);
        EventBus.await(EventType.SMS_ACCEPTED, id);
        assertThat(outcome(id).status()).isEqualTo(SmsStatus.UNKNOWN);
        record(providerId, null, Outcome.DELIVERED, null);
        answer.complete(new SmsResult.Accepted(providerId));
        await().untilAsserted(() -> assertThat(outcome(id).status()).isEqualTo(SmsStatus.DELIVERED));
        assertThat(sender.timesSent(id)).isOne();
        assertThat(EventBus.all(EventType.SMS_ACCEPTED, id)).hasSize(1);
    }

    @Test
    void a_receipt_settles_an_unknown_hand_over() {
        String id = queue();
        await().untilAsserted(() -> assertThat(outcome(id).status()).isEqualTo(SmsStatus.UNKNOWN));
        record(null, id, Outcome.DELIVERED, null);
        EventBus.await(EventType.SMS_DELIVERED, id);
        assertThat(outcome(id).status()).isEqualTo(SmsStatus.DELIVERED);
        assertThat(sender.timesSent(id)).isOne();
    }

    @Test
    void ignores_receipts_of_other_senders_and_of_nobody() {
        String id = accepted();
        double before = ignored(SpareSender.NAME);
        Stream.of(
                        new SmsReceipt(SpareSender.NAME, null, id, Outcome.FAILED, "X", AT),
                        new SmsReceipt(SpareSender.NAME, providerId, null, Outcome.FAILED, "X", AT),
                        new SmsReceipt(SpareSender.NAME, null, "0".repeat(32), Outcome.FAILED, "X", AT),
                        new SmsReceipt(SpareSender.NAME, null, null, Outcome.FAILED, "X", AT))
                .forEach(this::record);
        assertThat(outcome(id).status()).isEqualTo(SmsStatus.ACCEPTED);
        assertThat(ignored(SpareSender.NAME)).isEqualTo(before + 3);
    }

    @Test
    void takes_receipts_from_any_thread() throws InterruptedException {
        String id = accepted();
        List<Thread> threads = Stream.generate(() -> new Thread(() -> receipts.record(
                                new SmsReceipt(ScriptedSender.NAME, providerId, null, Outcome.DELIVERED, null, AT))
                        .await()
                        .atMost(PATIENCE)))
                .limit(8)
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(outcome(id).status()).isEqualTo(SmsStatus.DELIVERED);
        EventBus.await(EventType.SMS_DELIVERED, id);
        assertThat(EventBus.all(EventType.SMS_DELIVERED, id)).hasSize(1);
    }

    @Test
    void never_sends_an_accepted_message_again_whatever_the_sender_answers() {
        String id = accepted();
        record(providerId, null, Outcome.UNKNOWN, null);
        sender.remember(id, new SmsResult.NeverReceived());
        awaitLastQuestion(id);
        assertThat(outcome(id).status()).isEqualTo(SmsStatus.UNKNOWN);
        assertThat(sender.timesSent(id)).isOne();
    }

    @Test
    void asks_a_few_times_for_a_missing_receipt_and_then_counts_it() {
        double before = count(ScriptedSender.NAME, "missing");
        String id = accepted();
        awaitLastQuestion(id);
        assertThat(sender.timesRecalled(id)).isEqualTo(config.receiptAsks());
        assertThat(outcome(id)).isEqualTo(new SmsOutcome(SmsStatus.ACCEPTED, null));
        assertThat(Rows.count("select count(*) from sms_message where phone is not null and message_id = '" + id + "'"))
                .isZero();
        await().until(() -> count(ScriptedSender.NAME, "missing") > before);
    }

    @Test
    void a_question_does_not_count_while_the_sender_is_down() {
        String id = accepted();
        IntStream.range(0, 5).forEach(each -> circuits.record(ScriptedSender.NAME, new SmsResult.Unknown("DOWN")));
        Rows.letReceiptBeDue(id);
        await().until(() -> Rows.isMessage(id, "receipt_due_at > now() and receipt_asks = 0"));
        assertThat(sender.timesRecalled(id)).isZero();
        circuits.record(ScriptedSender.NAME, new SmsResult.Accepted());
        awaitLastQuestion(id);
        assertThat(sender.timesRecalled(id)).isEqualTo(config.receiptAsks());
    }

    @Test
    void a_refusal_after_acceptance_is_a_failed_delivery() {
        String id = accepted();
        sender.remember(id, new SmsResult.Refused("UNDELIV"));
        Rows.letReceiptBeDue(id);
        await().untilAsserted(() -> assertThat(outcome(id)).isEqualTo(new SmsOutcome(SmsStatus.FAILED, "UNDELIV")));
    }

    private String accepted() {
        sender.answer(phone, new SmsResult.Accepted(providerId));
        String id = queue();
        await().untilAsserted(() -> assertThat(outcome(id).status()).isEqualTo(SmsStatus.ACCEPTED));
        return id;
    }

    private static void awaitLastQuestion(String id) {
        awaitWaking(() -> Rows.letReceiptBeDue(id)).until(() -> Rows.isMessage(id, "receipt_due_at is null"));
    }

    private void record(@Nullable String provider, @Nullable String id, Outcome outcome, @Nullable String code) {
        record(new SmsReceipt(ScriptedSender.NAME, provider, id, outcome, code, AT));
    }

    private void record(SmsReceipt receipt) {
        Reactive.run(() -> receipts.record(receipt).replaceWith(true));
    }

    private double ignored(String name) {
        return count(name, "ignored");
    }

    private double count(String name, String outcome) {
        Counter counter = metrics.find("zizhi_sms_receipts")
                .tags("sender", name, "outcome", outcome)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private SmsOutcome outcome(String id) {
        return Reactive.inTransaction(() -> outcomes.of(List.of(id)).map(found -> found.get(id)));
    }

    private String queue() {
        return Reactive.run(() -> queueSms.queue(new SmsOrder(
                "company-a",
                Phone.of(phone),
                SmsTemplate.QUALIFICATION_APPROVED,
                Map.of("name", "示例", "workOrder", "7"),
                "qualification/7",
                null)));
    }
}
