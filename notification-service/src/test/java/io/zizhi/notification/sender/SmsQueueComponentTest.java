package io.zizhi.notification.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.SmsFailed;
import io.zizhi.notification.Clients;
import io.zizhi.notification.Rows;
import io.zizhi.notification.limits.GivenLimits;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/**
 * Tests the queue. Each test fills and empties it in one transaction that is rolled back, so that the sending loop does
 * not interfere.
 */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class SmsQueueComponentTest {

    @Inject
    QueueSms queueSms;

    @Inject
    ClaimQueuedSms claimQueued;

    @Inject
    SmsMessageRepository messages;

    @Inject
    SmsCipher cipher;

    @Inject
    DatabaseTime time;

    @Inject
    PublishSmsOutcome publish;

    @Inject
    SmsConfig config;

    private final String busy = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();

    @Test
    void codes_and_other_accounts_overtake_a_long_queue() {
        List<SmsOrder> orders = Stream.concat(
                        Stream.generate(() -> notice(busy)).limit(60), Stream.of(notice(other), code(other)))
                .toList();
        List<SmsOrder> next = claimed(orders, 4);
        assertThat(next).extracting(SmsOrder::accountId).containsExactly(other, busy, other, busy);
        assertThat(next.getFirst().template()).isEqualTo(SmsTemplate.PHONE_CODE);
    }

    @Test
    void accounts_with_many_messages_take_turns() {
        List<SmsOrder> orders = Stream.concat(
                        Stream.generate(() -> notice(busy)).limit(10),
                        Stream.generate(() -> notice(other)).limit(10))
                .toList();
        assertThat(claimed(orders, 6))
                .extracting(SmsOrder::accountId)
                .containsExactly(busy, other, busy, other, busy, other);
    }

    @Test
    void fails_a_message_beyond_the_limit_of_its_account() {
        QueueSms small = new QueueSms(
                messages, cipher, time, publish, GivenLimits.of(Map.of("sms.queued-per-account", "2")), config);
        List<String> ids = Reactive.inTransaction(() -> inTurn(
                        List.of(laterNotice(busy), laterNotice(busy), laterNotice(busy), laterNotice(other)))
                .onItem()
                .transformToUniAndConcatenate(order -> small.queue(order).call(SmsQueueComponentTest::flush))
                .collect()
                .asList());
        assertThat(ids)
                .extracting(SmsQueueComponentTest::status)
                .containsExactly("QUEUED", "QUEUED", "FAILED", "QUEUED");
        var failed = (SmsFailed) EventBus.await(EventType.SMS_FAILED, ids.get(2));
        assertThat(failed.failureCode()).isEqualTo("SMS_QUEUE_FULL");
        Rows.change("delete from sms_message where account_id in ('" + busy + "', '" + other + "')");
    }

    @Test
    void a_notice_waits_for_a_sender_three_days_at_most() {
        String id = Reactive.run(() -> queueSms.queue(laterNotice(busy)));
        assertThat(Rows.count("select count(*) from sms_message where message_id = '" + id
                        + "' and useful_until = queued_at + interval '3 days'"))
                .isOne();
        Rows.change("delete from sms_message where message_id = '" + id + "'");
    }

    /** Queues the orders, claims {@code count} messages and returns their orders. */
    private List<SmsOrder> claimed(List<SmsOrder> orders, int count) {
        List<String> subjects = Reactive.inTransaction(() -> Panache.currentTransaction()
                .invoke(Mutiny.Transaction::markForRollback)
                .chain(() -> inTurn(orders)
                        .onItem()
                        .transformToUniAndConcatenate(
                                order -> queueSms.queue(order).call(SmsQueueComponentTest::flush))
                        .collect()
                        .asList())
                .chain(() -> Multi.createFrom()
                        .range(0, count)
                        .onItem()
                        .transformToUniAndConcatenate(ignored -> claimQueued
                                .claim()
                                .call(SmsQueueComponentTest::flush)
                                .map(claim -> claim.orElseThrow().message().subject()))
                        .collect()
                        .asList()));
        return subjects.stream()
                .map(subject -> orders.stream()
                        .filter(order -> order.subject().equals(subject))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static Multi<SmsOrder> inTurn(List<SmsOrder> orders) {
        return Multi.createFrom().iterable(orders);
    }

    private static Uni<Void> flush() {
        return Panache.getSession().chain(session -> session.flush());
    }

    private static String status(String id) {
        return Rows.texts("select status from sms_message where message_id = '" + id + "'")
                .getFirst();
    }

    private SmsOrder notice(String account) {
        return new SmsOrder(
                account,
                Phone.of(Clients.newPhone()),
                SmsTemplate.QUALIFICATION_APPROVED,
                Map.of("name", "示例", "workOrder", "7"),
                "notice/" + UUID.randomUUID(),
                null);
    }

    /** Returns an order that must not be sent yet. */
    private SmsOrder laterNotice(String account) {
        SmsOrder notice = notice(account);
        return new SmsOrder(
                account,
                notice.to(),
                notice.template(),
                notice.parameters(),
                notice.subject(),
                null,
                Instant.now().plusSeconds(3600));
    }

    private SmsOrder code(String account) {
        return new SmsOrder(
                account,
                Phone.of(Clients.newPhone()),
                SmsTemplate.PHONE_CODE,
                Map.of("code", "123456", "minutes", "5"),
                "code/" + UUID.randomUUID(),
                null);
    }
}
