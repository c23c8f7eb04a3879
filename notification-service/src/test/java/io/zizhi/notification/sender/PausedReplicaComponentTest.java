package io.zizhi.notification.sender;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.notification.Clients;
import io.zizhi.notification.Rows;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.runtime.failpoint.FailPoints;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Tests a replica that pauses between two steps for longer than its claim is valid. The service's sending loop acts as
 * the other replica.
 */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class PausedReplicaComponentTest {

    @Inject
    QueueSms queueSms;

    @Inject
    ClaimQueuedSms claimQueued;

    @Inject
    BeginHandOver begin;

    @Inject
    AskSender ask;

    @Inject
    SendQueuedSms send;

    @Inject
    RecordSmsResult record;

    @Inject
    SmsCipher cipher;

    @Inject
    FailPoints failPoints;

    @Inject
    SmsConfig config;

    private final String phone = Clients.newPhone();

    @Test
    void hands_nothing_over_after_its_claim_expired() {
        SmsClaim claim = claimed();
        letItsTimeEnd(claim);
        assertAccepted(claim);
        Reactive.run(() -> send.send(claim).replaceWith(true));
        assertThat(Rows.handOvers(claim.messageId())).isOne();
        assertAccepted(claim);
    }

    @Test
    void does_not_hand_over_by_an_expired_claim() {
        SmsClaim claim = claimed();
        letItsTimeEnd(claim);
        assertThat(Reactive.run(() -> begin.begin(claim))).isFalse();
        assertAccepted(claim);
        assertThat(Rows.handOvers(claim.messageId())).isOne();
    }

    @Test
    void requeues_after_a_pause_between_record_and_hand_over() {
        SmsClaim claim = claimed();
        long later = claim.begunAt() + config.lostAfter().dividedBy(2).toNanos();
        HandOverSms paused = new HandOverSms(begin, ask, failPoints, config, () -> later);
        Optional<SmsResult> result =
                Reactive.run(() -> cipher.open(claim.message()).chain(sms -> paused.handOver(claim, sms)));
        assertThat(result).contains(new SmsResult.NeverReceived());
        assertThat(Rows.handOvers(claim.messageId())).isZero();
        Reactive.run(() -> record.record(claim.messageId(), claim.attempt(), result.orElseThrow())
                .replaceWith(true));
        assertAccepted(claim);
        assertThat(Rows.handOvers(claim.messageId())).isOne();
    }

    @Test
    void refuses_a_hand_over_after_the_recall() {
        SmsClaim claim = claimed();
        assertThat(Reactive.run(() -> begin.begin(claim))).isTrue();
        letItsTimeEnd(claim);
        assertAccepted(claim);
        SmsResult late = Reactive.run(() -> cipher.open(claim.message()).chain(sms -> ask.send(claim.sender(), sms)));
        assertThat(late).isEqualTo(new SmsResult.NeverReceived());
        Reactive.run(
                () -> record.record(claim.messageId(), claim.attempt(), late).replaceWith(true));
        assertAccepted(claim);
        assertThat(Rows.count("select count(*) from local_hand_over where taken and message_id = '" + claim.messageId()
                        + "'"))
                .isOne();
        assertThat(Clients.inbox(phone)).hasSize(1);
    }

    /** Queues and claims in one transaction, so that the sending loop cannot claim it first. */
    private SmsClaim claimed() {
        return Reactive.inTransaction(() -> queueSms.queue(order())
                .call(() -> Panache.getSession().chain(session -> session.flush()))
                .chain(id -> claimQueued
                        .claim()
                        .map(Optional::orElseThrow)
                        .invoke(claim -> assertThat(claim.messageId()).isEqualTo(id))));
    }

    private static void letItsTimeEnd(SmsClaim claim) {
        Rows.change(
                "update sms_message set recall_at = clock_timestamp() where message_id = '" + claim.messageId() + "'");
    }

    private static void assertAccepted(SmsClaim claim) {
        await().untilAsserted(() -> assertThat(
                        Rows.texts("select status from sms_message where message_id = '" + claim.messageId() + "'"))
                .containsExactly("ACCEPTED"));
    }

    private SmsOrder order() {
        return new SmsOrder(
                "company-a",
                Phone.of(phone),
                SmsTemplate.QUALIFICATION_APPROVED,
                Map.of("name", "示例", "workOrder", "7"),
                "qualification/7",
                null);
    }
}
