package io.zizhi.notification.staff.notice;

import static io.zizhi.notification.Clients.as;
import static io.zizhi.notification.Clients.newPhone;
import static io.zizhi.notification.Staff.awaitNotices;
import static io.zizhi.notification.Staff.awaitReceived;
import static io.zizhi.notification.Staff.letWindowsEnd;
import static io.zizhi.notification.Staff.newName;
import static io.zizhi.notification.Staff.newWorkOrder;
import static io.zizhi.notification.Staff.open;
import static io.zizhi.notification.Staff.subscribe;
import static io.zizhi.notification.Staff.toText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.contracts.SlaBreached;
import io.zizhi.notification.Rows;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class StaffWebhookComponentTest {

    private static final int STORM = 200;
    private static final Instant DUE = Instant.parse("2026-11-26T02:00:00Z");

    private final String policy = newName();
    private final long workOrder = newWorkOrder();

    /** A newly created subscription. */
    private record Made(long id, String secret) {}

    @Test
    void two_hundred_breaches_in_one_window_make_one_signed_webhook() {
        try (WebhookReceiver receiver = new WebhookReceiver(204)) {
            Made made = made(receiver.url());
            for (int review = 0; review < STORM; review++) {
                open(workOrder + review, policy);
                breach(workOrder + review);
            }
            for (int review = 0; review < STORM; review++) {
                awaitReceived(workOrder + review, 2);
            }
            letWindowsEnd(made.id());

            Map<String, Object> notified = awaitNotices(made.id(), "SENT", 1).getFirst();
            assertThat(notified).containsEntry("reviews", STORM).containsEntry("attempts", 1);
            assertThat(receiver.received()).singleElement().satisfies(received -> {
                assertThat(received.isSignedBy(made.secret())).isTrue();
                assertThat(received.id()).isEqualTo("msg_staff_notice_" + notified.get("id"));
                assertThat(received.json().path("type").asText()).isEqualTo("reviews.breached");
                assertThat(received.json().at("/data/reviews").asInt()).isEqualTo(STORM);
                assertThat(received.json().at("/data/firstWorkOrders/0").asLong())
                        .isEqualTo(workOrder);
                assertThat(received.json().at("/data/text").asText()).startsWith(STORM + " review(s) breached");
            });
        }
    }

    @Test
    void retries_a_webhook_with_the_same_id() {
        try (WebhookReceiver receiver = new WebhookReceiver(500, 302, 200)) {
            Made made = made(receiver.url());
            alertOfOne(made);
            assertThat(awaitNotices(made.id(), "SENT", 1).getFirst()).containsEntry("attempts", 3);
            assertThat(receiver.received())
                    .hasSize(3)
                    .allMatch(received -> received.isSignedBy(made.secret()))
                    .extracting(WebhookReceiver.Received::id)
                    .containsOnly(receiver.received().getFirst().id());
        }
    }

    @Test
    void fails_after_the_last_attempt() {
        try (WebhookReceiver receiver = new WebhookReceiver(503)) {
            Made made = made(receiver.url());
            alertOfOne(made);
            assertThat(awaitNotices(made.id(), "FAILED", 1).getFirst())
                    .containsEntry("attempts", 3)
                    .containsEntry("failureCode", "HTTP_503");
            assertThat(receiver.received()).hasSize(3);
            assertThat(Rows.count("select count(*) from webhook_delivery where webhook_id = '"
                            + receiver.received().getFirst().id() + "' and url is null and secret is null"))
                    .isOne();
        }
    }

    @Test
    void stops_after_410() {
        try (WebhookReceiver receiver = new WebhookReceiver(410)) {
            Made made = made(receiver.url());
            alertOfOne(made);
            assertThat(awaitNotices(made.id(), "FAILED", 1).getFirst())
                    .containsEntry("attempts", 1)
                    .containsEntry("failureCode", "HTTP_410");
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void shows_the_secret_once_and_only_the_origin() {
        try (WebhookReceiver receiver = new WebhookReceiver(204)) {
            Made made = made(receiver.url());
            assertThat(made.secret()).startsWith("whsec_");
            String origin = receiver.url().replace(WebhookReceiver.PATH, "");
            as("operator")
                    .get("/v1/staff-subscriptions/{id}", made.id())
                    .then()
                    .statusCode(200)
                    .body("secret", nullValue())
                    .body("url", nullValue())
                    .body("origin", equalTo(origin));
            Map<String, Object> change = toPost("https://hooks.example.com/t/other");
            change(made.id(), 1, change)
                    .statusCode(200)
                    .body("secret", nullValue())
                    .body("origin", equalTo("https://hooks.example.com"));
            change.put("channel", "SMS");
            change.remove("url");
            change(made.id(), 2, change).statusCode(400).body("errors.code", contains("CHANNEL_FIXED"));
            assertThat(Rows.count("select count(*) from staff_subscription where subscription_id = " + made.id()
                            + " and position(convert_to('hooks', 'UTF8') in url) = 0"
                            + " and position(convert_to('whsec', 'UTF8') in secret) = 0"))
                    .isOne();
        }
    }

    @Test
    void refuses_a_forbidden_url_when_it_is_entered() {
        refused("https://10.0.0.1/", "ADDRESS_REFUSED");
        refused("https://169.254.169.254/latest/meta-data", "ADDRESS_REFUSED");
        refused("https://[fd00:ec2::254]/", "ADDRESS_REFUSED");
        refused("http://1.1.1.1/", "ADDRESS_REFUSED");
        refused("ftp://example.com/", "URL_INVALID");
        refused("https://user@example.com/", "URL_INVALID");
        Map<String, Object> both = toPost("https://example.com/");
        both.put("phone", newPhone());
        subscribe(both).statusCode(400).body("errors.code", contains("FIELD_OF_OTHER_CHANNEL"));
        Map<String, Object> text = toText(newName(), newPhone(), "WARNED");
        text.put("url", "https://example.com/");
        subscribe(text).statusCode(400).body("errors.pointer", contains("/url"));
        Map<String, Object> nowhere = toPost("");
        nowhere.remove("url");
        subscribe(nowhere).statusCode(400).body("errors.code", contains("FIELD_REQUIRED"));
    }

    private void refused(String url, String code) {
        subscribe(toPost(url))
                .statusCode(400)
                .body("errors.pointer", contains("/url"))
                .body("errors.code", contains(code));
    }

    private Made made(String url) {
        ValidatableResponse made = subscribe(toPost(url)).statusCode(201);
        return new Made(
                made.extract().<Number>path("id").longValue(), made.extract().path("secret"));
    }

    private Map<String, Object> toPost(String url) {
        Map<String, Object> subscription = toText(policy, "", "BREACHED");
        subscription.remove("phone");
        subscription.put("channel", "WEBHOOK");
        subscription.put("url", url);
        return subscription;
    }

    private void alertOfOne(Made made) {
        open(workOrder, policy);
        breach(workOrder);
        awaitReceived(workOrder, 2);
        letWindowsEnd(made.id());
    }

    private static void breach(long workOrder) {
        EventBus.publish(new SlaBreached(workOrder, 1001, DUE, Instant.now()), 2);
    }

    private static ValidatableResponse change(long id, long version, Map<String, Object> change) {
        return as("supervisor")
                .header("If-Match", "\"" + version + "\"")
                .body(change)
                .put("/v1/staff-subscriptions/{id}", id)
                .then();
    }
}
