package io.zizhi.notification.sender.alibaba;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.notification.Clients;
import io.zizhi.notification.Rows;
import io.zizhi.notification.sender.QueueSms;
import io.zizhi.notification.sender.channel.GivenSmsConfig;
import io.zizhi.notification.sender.channel.SmsReceipts;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class AlibabaReceiptsComponentTest {

    /** Token of the address for pushed receipts. */
    private static final String TOKEN = "test-token-of-43-characters-0123456789abcdef";

    @Inject
    QueueSms queue;

    @Inject
    SmsReceipts receipts;

    @Inject
    Vertx vertx;

    @Inject
    Clock clock;

    private final String phone = Clients.newPhone();

    @Test
    void the_cloud_pushes_receipts_to_a_secret_address() {
        String id = accepted();
        String body = """
                [{"phone_number": "%s", "send_time": "2026-11-29 11:00:00", "report_time": "2026-11-29 11:00:03",
                  "success": true, "err_code": "DELIVERED", "err_msg": "ok", "sms_size": "1", "biz_id": "1^0",
                  "out_id": "%s"}, {}]""".formatted(phone, id);
        assertThat(push(TOKEN, body)).as("without a configured token").isEqualTo(404);
        QuarkusMock.installMockForType(sender(), AlibabaSender.class);
        assertThat(push("wrong-token", body)).isEqualTo(404);
        assertThat(push(TOKEN, "{}")).isEqualTo(400);
        assertThat(push(TOKEN, "[" + " ".repeat(262_144) + "]")).isEqualTo(413);
        assertThat(Rows.isMessage(id, "delivery is null")).isTrue();
        assertThat(push(TOKEN, body)).isEqualTo(200);
        assertThat(push(TOKEN, body)).isEqualTo(200);
        assertThat(Rows.isMessage(id, "status = 'ACCEPTED' and delivery = 'DELIVERED'"))
                .isTrue();
    }

    private static int push(String token, String body) {
        return RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post("/v1/sms-receipts/alibaba/" + token)
                .statusCode();
    }

    private AlibabaSender sender() {
        return new AlibabaSender(
                AlibabaSenderTest.config(Map.of("receipt-token", TOKEN)),
                GivenSmsConfig.of(Map.of()),
                id -> Uni.createFrom().item(Optional.empty()),
                receipts,
                vertx,
                clock);
    }

    /** Returns a message that the cloud has accepted. */
    private String accepted() {
        String id = Reactive.run(() -> queue.queue(new SmsOrder(
                "company-a",
                Phone.of(phone),
                SmsTemplate.PHONE_CODE,
                Map.of("code", "123456", "minutes", "5"),
                "phone-verification/x",
                null)));
        await().until(() -> Rows.isMessage(id, "status = 'ACCEPTED'"));
        Rows.change("update sms_message set sender = 'alibaba' where message_id = '" + id + "'");
        return id;
    }
}
