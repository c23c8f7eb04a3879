package io.zizhi.notification.sender;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.EventType;
import io.zizhi.notification.Clients;
import io.zizhi.notification.Rows;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class LostMessagesComponentTest {

    @Inject
    QueueSms queueSms;

    @Inject
    SendQueuedSms send;

    private final String phone = Clients.newPhone();

    @Test
    void sends_once_after_a_crash_before_the_hand_over() {
        String id = Reactive.inTransaction(() -> queueSms.queue(order()).call(this::claimedByAReplicaThatDied));
        assertThat(Clients.inbox(phone, 1)).hasSize(1);
        assertAccepted(id);
    }

    @Test
    void does_not_repeat_the_hand_over_after_a_crash() {
        String id = Reactive.run(() -> queueSms.queue(order()));
        assertAccepted(id);
        Rows.change("update sms_message set status = 'SENDING', phone = '\\x00', parameters = '\\x00',"
                + " recall_at = now() where message_id = '" + id + "'");
        assertAccepted(id);
        assertThat(Clients.inbox(phone)).hasSize(1);
        assertThat(Rows.handOvers(id)).isOne();
    }

    @Test
    void concurrent_rounds_hand_each_message_over_once() {
        // in one transaction, so that the sending loop takes none of them before the rounds
        List<String> ids = Reactive.inTransaction(() -> Multi.createFrom()
                .range(0, 40)
                .onItem()
                .transformToUniAndConcatenate(number -> queueSms.queue(order()))
                .collect()
                .asList());
        IntStream.range(0, 8).parallel().forEach(replica -> Reactive.run(() -> send.round(() -> {})));
        ids.forEach(LostMessagesComponentTest::assertAccepted);
        assertThat(Clients.inbox(phone)).hasSize(40);
        assertThat(ids).allSatisfy(id -> assertThat(Rows.handOvers(id)).isOne());
        assertThat(EventBus.await(EventType.SMS_ACCEPTED, ids.getFirst(), 1)).hasSize(1);
        assertThat(EventBus.all(EventType.SMS_ACCEPTED, ids.getLast())).hasSizeLessThanOrEqualTo(1);
    }

    private Uni<Integer> claimedByAReplicaThatDied(String id) {
        return Panache.getSession()
                .call(session -> session.flush())
                .chain(session -> session.createNativeQuery(
                                "update sms_message set status = 'SENDING', recall_at = now() where message_id = :id")
                        .setParameter("id", id)
                        .executeUpdate());
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

    private static void assertAccepted(String id) {
        await().untilAsserted(
                        () -> assertThat(Rows.texts("select status from sms_message where message_id = '" + id + "'"))
                                .containsExactly("ACCEPTED"));
    }
}
