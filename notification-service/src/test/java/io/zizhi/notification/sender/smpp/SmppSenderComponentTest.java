package io.zizhi.notification.sender.smpp;

import static io.zizhi.platform.testkit.Waits.await;
import static io.zizhi.platform.testkit.Waits.awaitWaking;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.SmsFailed;
import io.zizhi.notification.Clients;
import io.zizhi.notification.Rows;
import io.zizhi.notification.sender.QueueSms;
import io.zizhi.notification.sender.channel.SmsReceipt;
import io.zizhi.notification.sender.channel.SmsReceipt.Outcome;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.message.Sms;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class SmppSenderComponentTest {

    private static final String LONG_LIST = "营业执照照片不清晰，请重新上传；".repeat(4);

    @Inject
    QueueSms queue;

    @Inject
    GivenSmpp smpp;

    private final String phone = Clients.newPhone();
    private SmscDouble smsc;
    private GivenSmpp.Sending sending;
    private SmppSmsSender sender;
    private RecordedReceipts receipts;

    @BeforeEach
    void start() throws IOException {
        smsc = SmscDouble.start();
        bind(smpp.to(smsc));
    }

    private void bind(GivenSmpp.Sending made) {
        sending = made;
        sender = made.sender;
        receipts = made.receipts;
        await().until(made.link::isBound);
    }

    @AfterEach
    void stop() throws IOException {
        sending.close();
        smsc.close();
    }

    /** The tests below call the observers, because the service has no SMSC. */
    @Test
    void connects_when_the_service_starts_and_unbinds_after_its_queue_has_stopped() {
        assertThat(priorities(new StartupEvent())).containsExactly(1);
        assertThat(priorities(new ShutdownEvent()))
                .singleElement()
                .satisfies(priority -> assertThat(priority).isGreaterThan(ObserverMethod.DEFAULT_PRIORITY));
    }

    private static List<Integer> priorities(Object event) {
        return CDI.current().getBeanManager().resolveObserverMethods(event).stream()
                .filter(observer -> observer.getBeanClass().equals(SmppSmsSender.class))
                .map(ObserverMethod::getPriority)
                .toList();
    }

    @Test
    void reports_a_delivered_message_again_if_the_smsc_does() throws IOException {
        String id = queue(SmsTemplate.PHONE_CODE, Map.of("code", "123456", "minutes", "5"));
        String provider = accepted(id);
        assertThat(smsc.receipt(provider, "DELIVRD")).isZero();
        assertThat(smsc.receipt(provider, "DELIVRD")).isZero();
        assertThat(smsc.receipt(provider, MessageState.DELIVERED)).isZero();
        assertThat(receipts.of(id)).hasSize(3).allSatisfy(receipt -> {
            assertThat(receipt.sender()).isEqualTo("smpp");
            assertThat(receipt.outcome()).isEqualTo(Outcome.DELIVERED);
            assertThat(receipt.providerMessageId()).isEqualTo(provider);
            assertThat(receipt.code()).isNull();
        });
        assertThat(smsc.received(phone)).isOne();
    }

    @Test
    void reports_a_long_message_after_its_last_segment() throws IOException {
        String id = queue(SmsTemplate.LETTER_REJECTED, rejected());
        accepted(id);
        List<String> segments = segments(id);
        assertThat(segments).hasSize(2);
        assertThat(smsc.receipt(segments.getLast(), "DELIVRD")).isZero();
        assertThat(receipts.of(id)).isEmpty();
        assertThat(smsc.receipt(segments.getFirst(), MessageState.DELIVERED)).isZero();
        assertThat(outcomes(id)).containsExactly(Outcome.DELIVERED);
    }

    @Test
    void reports_a_long_message_with_its_first_failure() throws IOException {
        String id = queue(SmsTemplate.LETTER_REJECTED, rejected());
        accepted(id);
        List<String> segments = segments(id);
        smsc.receipt(segments.getLast(), "UNDELIV");
        smsc.receipt(segments.getFirst(), "EXPIRED");
        assertThat(receipts.of(id)).singleElement().satisfies(receipt -> {
            assertThat(receipt.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(receipt.code()).isEqualTo("SMPP_UNDELIVERABLE");
            assertThat(receipt.providerMessageId()).isEqualTo(segments.getFirst());
        });
    }

    @Test
    void an_unknown_outcome_can_become_known() throws IOException {
        String id = queue(SmsTemplate.PHONE_CODE, Map.of("code", "123456", "minutes", "5"));
        String provider = accepted(id);
        smsc.receipt(provider, "UNKNOWN");
        smsc.receipt(provider, "DELIVRD");
        assertThat(outcomes(id)).containsExactly(Outcome.UNKNOWN, Outcome.DELIVERED);
    }

    @Test
    void finds_the_message_of_a_receipt_that_comes_before_the_answer() {
        smsc.script(submission -> {
            String provider = smsc.nextId(submission);
            assertThat(receipt(provider)).isZero();
            return provider;
        });
        String id = queue(SmsTemplate.PHONE_CODE, Map.of("code", "123456", "minutes", "5"));
        accepted(id);
        assertThat(outcomes(id)).containsExactly(Outcome.DELIVERED);
    }

    @Test
    void a_receipt_of_an_older_segment_with_the_same_id_does_not_count() throws IOException {
        String reused = "r-" + UUID.randomUUID();
        assertThat(smsc.receipt(reused, "UNDELIV")).isZero();
        Rows.change("update smpp_early_receipt set received_at = received_at - interval '1 hour'");
        smsc.script(submission -> reused);
        String id = queue(SmsTemplate.PHONE_CODE, Map.of("code", "123456", "minutes", "5"));
        accepted(id);
        assertThat(receipts.of(id)).isEmpty();
        smsc.receipt(reused, "DELIVRD");
        assertThat(outcomes(id)).containsExactly(Outcome.DELIVERED);
    }

    @Test
    void takes_a_receipt_whose_id_cannot_be_stored() throws IOException {
        assertThat(smsc.receipt("r-\u0000" + UUID.randomUUID(), MessageState.DELIVERED))
                .isZero();
    }

    @Test
    void a_receipt_that_was_not_recorded_comes_again() throws IOException {
        String id = queue(SmsTemplate.PHONE_CODE, Map.of("code", "123456", "minutes", "5"));
        String provider = accepted(id);
        receipts.fail(true);
        assertThat(smsc.receipt(provider, "DELIVRD")).isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN);
        receipts.fail(false);
        assertThat(smsc.receipt(provider, "DELIVRD")).isZero();
        assertThat(outcomes(id)).containsExactly(Outcome.DELIVERED);
    }

    @Test
    void sends_a_throttled_message_again() {
        AtomicInteger refusals = new AtomicInteger(1);
        smsc.script(submission -> {
            if (refusals.getAndDecrement() > 0) {
                throw new ProcessRequestException("scripted", SMPPConstant.STAT_ESME_RTHROTTLED);
            }
            return smsc.nextId(submission);
        });
        String id = queue(SmsTemplate.PHONE_CODE, Map.of("code", "123456", "minutes", "5"));
        awaitWaking(() -> Rows.letHandOverBeDue(id)).until(() -> Rows.isMessage(id, "status = 'ACCEPTED'"));
        assertThat(smsc.received(phone)).isEqualTo(2);
    }

    @Test
    void a_refused_message_fails_with_the_status() {
        smsc.script(SmscDouble.refusing(SMPPConstant.STAT_ESME_RINVDSTADR));
        String id = queue(SmsTemplate.PHONE_CODE, Map.of("code", "123456", "minutes", "5"));
        assertThat(((SmsFailed) EventBus.await(EventType.SMS_FAILED, id)).failureCode())
                .isEqualTo("SMPP_0000000B");
    }

    @Test
    void waits_while_the_smsc_is_away() {
        sending.close();
        // also the time that a connection takes which is cut while it is opened
        bind(smpp.to(smsc, Duration.ofSeconds(5)));
        smsc.goAway();
        await().until(() -> !sending.link.isBound());
        String id = queue(SmsTemplate.PHONE_CODE, Map.of("code", "123456", "minutes", "5"));
        await().until(() -> Rows.isMessage(id, "outcome_code = 'SMPP_NOT_BOUND'"));
        smsc.comeBack();
        await().until(sending.link::isBound);
        awaitWaking(() -> Rows.letHandOverBeDue(id)).until(() -> Rows.isMessage(id, "status = 'ACCEPTED'"));
        assertThat(smsc.received(phone)).isOne();
    }

    @Test
    void never_sends_again_after_a_lost_answer() {
        sending.close();
        bind(smpp.to(smsc, Duration.ofSeconds(1)));
        smsc.script(smsc::silence);
        String id = queue(SmsTemplate.PHONE_CODE, Map.of("code", "123456", "minutes", "5"));
        assertStatus(id, "UNKNOWN");
        smsc.script(smsc::nextId);
        Rows.letRecallBeDue(id);
        await().until(() -> Rows.isMessage(id, "recalls >= 2"));
        assertStatus(id, "UNKNOWN");
        assertThat(smsc.received(phone)).isOne();
    }

    @Test
    void never_sends_a_partly_taken_message_again() {
        AtomicInteger segment = new AtomicInteger();
        smsc.script(submission -> {
            if (segment.incrementAndGet() == 2) {
                throw new ProcessRequestException("scripted", SMPPConstant.STAT_ESME_RTHROTTLED);
            }
            return smsc.nextId(submission);
        });
        String id = queue(SmsTemplate.LETTER_REJECTED, rejected());
        assertStatus(id, "UNKNOWN");
        Rows.letRecallBeDue(id);
        assertThat(((SmsFailed) EventBus.await(EventType.SMS_FAILED, id)).failureCode())
                .isEqualTo("SMPP_PARTLY_TAKEN");
        assertThat(smsc.received(phone)).isEqualTo(2);
    }

    @Test
    void a_recall_asks_the_smsc_for_the_outcome() {
        String id = newId();
        SmsResult.Accepted accepted = (SmsResult.Accepted) Reactive.run(() -> sender.send(sms(id, 1)));
        smsc.remember(String.valueOf(accepted.providerMessageId()), MessageState.REJECTED);
        assertThat(Reactive.run(() -> sender.recall(id, 1))).isEqualTo(accepted);
        assertThat(receipts.of(id))
                .singleElement()
                .extracting(SmsReceipt::outcome, SmsReceipt::code)
                .containsExactly(Outcome.FAILED, "SMPP_REJECTED");
    }

    @Test
    void a_recall_repeats_a_report_that_was_lost() throws IOException {
        String id = newId();
        SmsResult.Accepted accepted = (SmsResult.Accepted) Reactive.run(() -> sender.send(sms(id, 1)));
        receipts.fail(true);
        smsc.receipt(String.valueOf(accepted.providerMessageId()), "DELIVRD");
        receipts.fail(false);
        assertThat(states(id)).as("committed before the report").containsExactly("DELIVERED");
        assertThat(receipts.of(id)).isEmpty();
        assertThat(Reactive.run(() -> sender.recall(id, 1))).isEqualTo(accepted);
        assertThat(outcomes(id)).containsExactly(Outcome.DELIVERED);
    }

    @Test
    void submits_no_segment_in_the_second_half_of_its_time() {
        AtomicLong time = new AtomicLong();
        long step = sending.sms.lostAfter().dividedBy(3).toNanos();
        SmppSmsSender slow = sending.sender(() -> time.getAndAdd(step));
        Sms two = new Sms(
                newId(), 1, Phone.of(phone), SmsTemplate.PHONE_CODE, SmsLanguage.ZH_CN, Map.of(), "中".repeat(100));
        assertThat(Reactive.run(() -> slow.send(two))).isEqualTo(new SmsResult.Unknown("SMPP_PARTLY_TAKEN"));
        assertThat(states(two.messageId())).containsExactly("TAKEN", "NOT_TAKEN");
        assertThat(smsc.received(phone)).isOne();
    }

    @Test
    void records_an_answer_that_nobody_waits_for() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        smsc.script(submission -> {
            reached.countDown();
            waitFor(answered);
            return smsc.nextId(submission);
        });
        String id = newId();
        Cancellable caller = sender.send(sms(id, 1)).subscribe().with(result -> {});
        reached.await();
        caller.cancel();
        answered.countDown();
        await().untilAsserted(() -> assertThat(states(id)).containsExactly("TAKEN"));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_recalled_attempt_is_never_submitted() {
        String id = newId();
        assertThat(Reactive.run(() -> sender.recall(id, 2))).isEqualTo(new SmsResult.NeverReceived());
        assertThat(Reactive.run(() -> sender.send(sms(id, 1)))).isEqualTo(new SmsResult.NeverReceived());
        assertThat(Reactive.run(() -> sender.send(sms(id, 2)))).isEqualTo(new SmsResult.NeverReceived());
        assertThat(smsc.received(phone)).isZero();
        assertThat(Reactive.run(() -> sender.send(sms(id, 3)))).isInstanceOf(SmsResult.Accepted.class);
        assertThat(Reactive.run(() -> sender.send(sms(id, 3)))).isEqualTo(new SmsResult.NeverReceived());
        assertThat(smsc.received(phone)).isOne();
    }

    @Test
    void leaves_a_text_with_too_many_segments_to_the_next_sender() {
        Sms sms = new Sms(
                newId(), 1, Phone.of(phone), SmsTemplate.PHONE_CODE, SmsLanguage.ZH_CN, Map.of(), "中".repeat(661));
        assertThat(Reactive.run(() -> sender.send(sms))).isEqualTo(new SmsResult.Refused("SMPP_TOO_LONG", true));
        assertThat(smsc.received(phone)).isZero();
    }

    @Test
    void stores_neither_number_nor_text() {
        String id = queue(SmsTemplate.PHONE_CODE, Map.of("code", "739251", "minutes", "5"));
        accepted(id);
        assertThat(smsc.taken()).extracting(SubmitSm::getDestAddress).contains("86" + phone);
        // only rows of this message: ids and times of others may contain the digits of the code
        for (String table : List.of("smpp_message", "smpp_segment")) {
            assertThat(Rows.texts("select cast(t as text) from " + table + " t where message_id = '" + id + "'"))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).doesNotContain(phone, "739251"));
        }
        assertThat(Rows.count("select count(*) from smpp_early_receipt t where cast(t as text) like '%" + phone + "%'"))
                .isZero();
    }

    private int receipt(String provider) {
        try {
            return smsc.receipt(provider, "DELIVRD");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, String> rejected() {
        return Map.of("name", "示例", "workOrder", "7", "count", "4", "list", LONG_LIST);
    }

    private String queue(SmsTemplate template, Map<String, String> parameters) {
        return Reactive.run(() ->
                queue.queue(new SmsOrder("company-a", Phone.of(phone), template, parameters, "qualification/7", null)));
    }

    private Sms sms(String id, int attempt) {
        return new Sms(id, attempt, Phone.of(phone), SmsTemplate.PHONE_CODE, SmsLanguage.ZH_CN, Map.of(), "验证码 123456");
    }

    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private List<Outcome> outcomes(String id) {
        return receipts.of(id).stream().map(SmsReceipt::outcome).toList();
    }

    private static List<String> states(String id) {
        return Rows.texts("select state from smpp_segment where message_id = '" + id + "' order by segment");
    }

    private static List<String> segments(String id) {
        return Rows.texts(
                "select provider_message_id from smpp_segment where message_id = '" + id + "' order by segment");
    }

    /** Waits until the message is accepted, and returns the id of the SMSC. */
    private static String accepted(String id) {
        assertStatus(id, "ACCEPTED");
        return Rows.texts("select provider_message_id from sms_message where message_id = '" + id + "'")
                .getFirst();
    }

    private static void assertStatus(String id, String status) {
        await().untilAsserted(
                        () -> assertThat(Rows.texts("select status from sms_message where message_id = '" + id + "'"))
                                .containsExactly(status));
    }
}
