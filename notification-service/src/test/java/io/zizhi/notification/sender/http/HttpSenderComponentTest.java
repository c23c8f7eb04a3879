package io.zizhi.notification.sender.http;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.zizhi.contracts.EventType;
import io.zizhi.notification.Clients;
import io.zizhi.notification.Rows;
import io.zizhi.notification.outbound.Signature;
import io.zizhi.notification.sender.QueueSms;
import io.zizhi.notification.sender.channel.GivenSenders;
import io.zizhi.notification.sender.channel.SmsReceipts;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class HttpSenderComponentTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Inject
    QueueSms queue;

    @Inject
    SmsReceipts receipts;

    @Inject
    Vertx vertx;

    @Inject
    Clock clock;

    private final AtomicInteger status = new AtomicInteger(202);
    private final SmsGatewayDouble gateway = new SmsGatewayDouble(
            exchange -> SmsGatewayDouble.answer(exchange, status.get(), "{\"providerMessageId\": \"p-1\"}"));

    @BeforeEach
    void choose() {
        HttpSmsSender sender = HttpSmsSenderTest.sender(gateway.url(), SECRET, receipts, vertx, clock);
        GivenSenders.choose(sender);
        QuarkusMock.installMockForType(sender, HttpSmsSender.class);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void records_the_id_of_the_provider() {
        String id = queue();
        assertStatus(id, "ACCEPTED");
        EventBus.await(EventType.SMS_ACCEPTED, id);
        assertThat(Rows.texts("select provider_message_id from sms_message where message_id = '" + id + "'"))
                .containsExactly("p-1");
    }

    @Test
    void records_a_signed_receipt_once() {
        String id = queue();
        assertStatus(id, "ACCEPTED");
        String body = receipt(id);
        Instant now = Instant.now();
        assertThat(post(body, Signature.headers("r", body + " ", SECRET, now))).isEqualTo(401);
        assertThat(post(body, Signature.headers("r", body, SECRET, now.minusSeconds(310))))
                .isEqualTo(401);
        assertThat(post(body, Map.of())).isEqualTo(401);
        assertThat(delivered(id)).isZero();
        Map<String, String> signed = Signature.headers("r", body, SECRET, now);
        assertThat(post(body, signed)).isEqualTo(204);
        assertThat(post(body, signed)).isEqualTo(204);
        EventBus.await(EventType.SMS_DELIVERED, id);
        assertThat(delivered(id)).isOne();
        assertThat(EventBus.all(EventType.SMS_DELIVERED, id)).hasSize(1);
    }

    @Test
    void refuses_signed_bodies_that_are_no_receipts() {
        String request = receipt("0".repeat(32)).replace("sms.receipt", "sms.send");
        assertThat(post(request, Signature.headers("r", request, SECRET, Instant.now())))
                .isEqualTo(400);
        String large = " ".repeat(262_145);
        assertThat(post(large, Signature.headers("r", large, SECRET, Instant.now())))
                .isEqualTo(413);
    }

    @Test
    void refuses_a_receipt_whose_time_cannot_be_stored() {
        String id = queue();
        assertStatus(id, "ACCEPTED");
        String body = receipt(id).replace("2026-", "+300000-");
        assertThat(post(body, Signature.headers("r", body, SECRET, Instant.now())))
                .isEqualTo(400);
        assertThat(delivered(id)).isZero();
    }

    private static String receipt(String id) {
        return "{\"type\": \"sms.receipt\", \"data\": {\"messageId\": \"" + id
                + "\", \"status\": \"DELIVERED\", \"at\": \"2026-11-29T03:00:00Z\"}}";
    }

    private static int post(String body, Map<String, String> headers) {
        return RestAssured.given()
                .contentType("application/json")
                .headers(headers)
                .body(body)
                .post("/v1/sms-receipts/http")
                .statusCode();
    }

    private static long delivered(String id) {
        return Rows.count(
                "select count(*) from sms_message where delivery = 'DELIVERED' and message_id = '" + id + "'");
    }

    @Test
    void asks_after_an_answer_of_a_proxy_instead_of_sending_again() {
        status.set(504);
        String id = queue();
        assertStatus(id, "UNKNOWN");
        long attempts = attempts(id);
        Rows.letRecallBeDue(id);
        await().until(() -> Rows.isMessage(id, "recalls >= 2"));
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
