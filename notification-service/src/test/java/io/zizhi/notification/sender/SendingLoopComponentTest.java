package io.zizhi.notification.sender;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.zizhi.notification.Clients;
import io.zizhi.notification.Rows;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.notification.sender.channel.GivenSenders;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.database.SingleStatement;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service itself is one replica; the second one is an object of the test. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class SendingLoopComponentTest {

    @Inject
    Vertx vertx;

    @Inject
    SingleStatement statement;

    @Inject
    SendQueuedSms send;

    @Inject
    RecallLostSms recall;

    @Inject
    AskForReceipt receipts;

    @Inject
    ChosenSenders chosen;

    @Inject
    SmsConfig config;

    @Inject
    QueueSms queueSms;

    @Inject
    ScriptedSender sender;

    @BeforeEach
    void choose() {
        GivenSenders.choose(sender);
    }

    @Test
    void hands_over_several_messages_at_once_but_no_more_than_allowed() {
        String slow = Clients.newPhone();
        var answer = sender.answerSlowly(slow);
        List<String> ids = IntStream.rangeClosed(0, config.atOnce())
                .mapToObj(each -> queue(slow))
                .toList();
        await().until(() -> sent(ids) == config.atOnce());
        assertThat(statuses(ids)).containsOnlyOnce("QUEUED").contains("SENDING");
        answer.complete(new SmsResult.Accepted());
        await().untilAsserted(() -> assertThat(statuses(ids)).containsOnly("ACCEPTED"));
        assertThat(ids).allSatisfy(id -> assertThat(sender.timesSent(id)).isOne());
    }

    @Test
    void stops_when_each_claimed_message_has_its_outcome() {
        String slow = Clients.newPhone();
        var answers = sender.answerSlowly(slow);
        List<String> ofService = IntStream.range(0, config.atOnce())
                .mapToObj(each -> queue(slow))
                .toList();
        await().until(() -> sent(ofService) == config.atOnce());
        SendingLoop replica = new SendingLoop(vertx, statement, send, recall, receipts, chosen, config);
        replica.start(new StartupEvent());
        String other = Clients.newPhone();
        var answer = sender.answerSlowly(other);
        String last = queue(other);
        await().until(() -> sender.timesSent(last) == 1);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> replica.stop(new ShutdownEvent()));
        assertThat(statuses(ofService)).containsOnly("SENDING");
        assertThat(stop).isNotDone();
        answer.complete(new SmsResult.Accepted());
        stop.join();
        assertThat(statuses(List.of(last))).as("right after the stop").containsExactly("ACCEPTED");
        answers.complete(new SmsResult.Accepted());
        await().untilAsserted(() -> assertThat(statuses(ofService)).containsOnly("ACCEPTED"));
    }

    private long sent(List<String> ids) {
        return ids.stream().mapToLong(sender::timesSent).sum();
    }

    private static List<String> statuses(List<String> ids) {
        return Rows.texts("select status from sms_message where message_id in ('" + String.join("', '", ids) + "')");
    }

    private String queue(String phone) {
        return Reactive.run(() -> queueSms.queue(new SmsOrder(
                "company-a",
                Phone.of(phone),
                SmsTemplate.QUALIFICATION_APPROVED,
                Map.of("name", "示例", "workOrder", "7"),
                "qualification/7",
                null)));
    }
}
