package io.zizhi.notification.sender.http;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.SmsFailed;
import io.zizhi.notification.Clients;
import io.zizhi.notification.Rows;
import io.zizhi.notification.sender.QueueSms;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(SmsGatewayResource.class)
class HttpSenderComponentTest {

    @Inject
    QueueSms queue;

    @Test
    void records_the_id_of_the_provider() {
        SmsGatewayResource.answer(202);
        String id = queue();
        assertStatus(id, "ACCEPTED");
        EventBus.await(EventType.SMS_ACCEPTED, id);
        assertThat(Rows.texts("select provider_message_id from sms_message where message_id = '" + id + "'"))
                .containsExactly("p-1");
    }

    @Test
    void sends_again_after_the_pause_that_the_gateway_asks_for() {
        SmsGatewayResource.answer(429);
        String id = queue();
        await().until(() -> Rows.count("select count(*) from sms_message where status = 'QUEUED'"
                        + " and outcome_code is not null and message_id = '" + id + "'")
                == 1);
        SmsGatewayResource.answer(202);
        assertStatus(id, "ACCEPTED");
        assertThat(attempts(id)).isGreaterThan(1);
    }

    @Test
    void a_refused_message_fails() {
        SmsGatewayResource.answer(422);
        String id = queue();
        assertThat(((SmsFailed) EventBus.await(EventType.SMS_FAILED, id)).failureCode())
                .isEqualTo("HTTP_422");
    }

    @Test
    void asks_after_an_answer_of_a_proxy_instead_of_sending_again() {
        SmsGatewayResource.answer(504);
        String id = queue();
        assertStatus(id, "UNKNOWN");
        long attempts = attempts(id);
        await().until(() ->
                Rows.count("select count(*) from sms_message where recalls >= 2 and message_id = '" + id + "'") == 1);
        assertStatus(id, "UNKNOWN");
        assertThat(attempts(id)).isEqualTo(attempts);
    }

    private static long attempts(String id) {
        return Rows.count("select cast(attempt as bigint) from sms_message where message_id = '" + id + "'");
    }

    private String queue() {
        return Reactive.run(() -> queue.queue(new SmsOrder(
                "company-a",
                Phone.of(Clients.newPhone()),
                SmsTemplate.PHONE_CODE,
                Map.of("code", "123456", "minutes", "5"),
                "phone-verification/x",
                null)));
    }

    private static void assertStatus(String id, String status) {
        await().untilAsserted(
                        () -> assertThat(Rows.texts("select status from sms_message where message_id = '" + id + "'"))
                                .containsExactly(status));
    }
}
