package io.zizhi.notification.webhook;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.SignatureBound;
import io.zizhi.contracts.WebhookDelivered;
import io.zizhi.contracts.WebhookDisabled;
import io.zizhi.notification.Rows;
import io.zizhi.notification.outbound.TargetOwner;
import io.zizhi.notification.webhook.AccountReceiver.Received;
import io.zizhi.notification.webhook.AccountWebhooks.Created;
import io.zizhi.platform.testkit.AccountErasures;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way of a webhook: registered, verified, an event from Kafka, posted, repeated, disabled, rotated, replayed. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class AccountWebhookComponentTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    PostWebhook post;

    private final String account = AccountErasures.newAccount();
    private final AccountWebhooks webhooks = new AccountWebhooks(account);
    private final AccountReceiver receiver = new AccountReceiver();

    @AfterEach
    void stop() {
        receiver.close();
    }

    /** An outage of the database or of the keys says nothing about the receiver. */
    @Test
    void an_outage_leaves_a_webhook_to_a_later_attempt() {
        assertThatThrownBy(() -> post(new SocketException("Connection reset")))
                .hasRootCauseInstanceOf(SocketException.class);
        assertThat(post(new IllegalStateException("A field could not be decrypted")))
                .isEqualTo(new Attempt.Refused("UNREADABLE"));
    }

    private Attempt post(Exception unknownReceiver) {
        return Reactive.run(() ->
                        post.post("msg_1", TargetOwner.ACCOUNT, Uni.createFrom().failure(unknownReceiver), "{}"))
                .attempt();
    }

    @Test
    void posts_a_signed_event_until_it_is_accepted() {
        Created created = webhooks.created(receiver.url());
        SignatureBound early = webhooks.newSignature();
        EventBus.publish(early, 1);
        awaitApplied(early);
        webhooks.verify(created.id()).then().statusCode(200).body("status", equalTo("ENABLED"));
        assertThat(receiver.challenges()).singleElement().matches(challenge -> challenge.isSignedBy(created.secret()));

        receiver.answer(500, 302);
        SignatureBound signature = webhooks.newSignature();
        UUID event = EventBus.publish(signature, 1);
        String delivery = webhooks.awaitNewest(created.id(), "DELIVERED");

        assertThat(delivery).isEqualTo("msg_" + event + "_" + created.id());
        assertThat(published(created.id())).singleElement().satisfies(delivered -> {
            assertThat(delivered.deliveryId()).isEqualTo(delivery);
            assertThat(delivered.accountId()).isEqualTo(account);
            assertThat(delivered.eventType()).isEqualTo("signature.bound");
            assertThat(delivered.attempts()).isEqualTo(3);
        });
        assertThat(receiver.events())
                .hasSize(3)
                .allMatch(received -> received.isSignedBy(created.secret()))
                .extracting(Received::id)
                .containsOnly(delivery);
        Received posted = receiver.events().getLast();
        assertThat(posted.json().path("type").asText()).isEqualTo("signature.bound");
        assertThat(posted.json().path("aggregateId").asText()).isEqualTo(signature.aggregateId());
        assertThat(posted.json().path("aggregateVersion").asLong()).isEqualTo(1);
        assertThat(posted.json().at("/data/signatureId").asLong()).isEqualTo(signature.signatureId());
        webhooks.delivery(created.id(), delivery)
                .then()
                .statusCode(200)
                .body("body", equalTo(posted.body()))
                .body("delivery.attempts", equalTo(3))
                .body("attempts.statusCode", contains(200, 302, 500))
                .body("attempts.answer", contains("answer 200", "answer 302", "answer 500"))
                .body("attempts[0].durationMillis", greaterThanOrEqualTo(0));
    }

    @Test
    void queues_an_event_once() {
        Created created = webhooks.verified(receiver.url());
        SignatureBound signature = webhooks.newSignature();
        UUID event = EventBus.publish(signature, 1);
        webhooks.awaitNewest(created.id(), "DELIVERED");
        EventBus.publish(signature, 1, event);
        SignatureBound next = webhooks.newSignature();
        EventBus.publish(next, 1);
        awaitApplied(next);
        await().atMost(SOON).untilAsserted(() -> assertThat(receiver.events()).hasSize(2));
        assertThat(count("true")).isEqualTo(2);
    }

    @Test
    void gives_up_after_the_last_attempt() {
        Created created = webhooks.verified(receiver.url());
        receiver.answer(503, 503, 503);
        webhooks.bindSignature();
        webhooks.awaitNewest(created.id(), "FAILED");
        assertThat(receiver.events()).hasSize(3);
        webhooks.deliveries(
                        created.id(),
                        "status=FAILED&eventType=signature.bound&to="
                                + Instant.now().plusSeconds(60))
                .then()
                .body("items.failureCode", contains("HTTP_503"))
                .body("items.lastStatusCode", contains(503))
                .body("items[0].nextAttemptAt", nullValue());
        webhooks.deliveries(created.id(), "status=QUEUED").then().body("items", hasSize(0));
        webhooks.get(created.id()).then().body("status", equalTo("ENABLED")).body("failingSince", notNullValue());
        assertThat(EventBus.all(EventType.WEBHOOK_DELIVERED, Long.toString(created.id())))
                .isEmpty();
    }

    @Test
    void disables_after_410_and_replays_what_was_missed() {
        Created created = webhooks.verified(receiver.url());
        receiver.answer(410);
        webhooks.bindSignature();
        webhooks.awaitNewest(created.id(), "FAILED");
        webhooks.get(created.id()).then().body("status", equalTo("DISABLED")).body("disabledReason", equalTo("GONE"));
        WebhookDisabled event =
                (WebhookDisabled) EventBus.await(EventType.WEBHOOK_DISABLED, Long.toString(created.id()));
        assertThat(event.accountId()).isEqualTo(account);
        assertThat(event.reason()).isEqualTo("GONE");

        SignatureBound missed = webhooks.newSignature();
        EventBus.publish(missed, 1);
        awaitApplied(missed);
        webhooks.deliveries(created.id(), "limit=1").then().body("items.failureCode", contains("WEBHOOK_DISABLED"));
        assertThat(receiver.events()).hasSize(1);

        Map<String, Object> range = Map.of(
                "from", Instant.now().minusSeconds(600).toString(),
                "to", Instant.now().plusSeconds(600).toString());
        webhooks.replay(created.id(), "early", range).then().statusCode(409).body("code", equalTo("WEBHOOK_DISABLED"));
        webhooks.change(created.id(), AccountWebhooks.request(receiver.url(), "signature.bound"))
                .then()
                .statusCode(200)
                .body("status", equalTo("ENABLED"));
        for (int repeated = 0; repeated < 2; repeated++) {
            webhooks.replay(created.id(), "first", range).then().statusCode(200).body("deliveries", equalTo(2));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(count("status = 'DELIVERED'")).isEqualTo(2));
        assertThat(receiver.events()).hasSize(3);
        webhooks.replay(created.id(), "first", Map.of("deliveryId", "msg_1"))
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void replays_one_delivery_with_its_id() {
        Created created = webhooks.verified(receiver.url());
        webhooks.bindSignature();
        String delivery = webhooks.awaitNewest(created.id(), "DELIVERED");
        webhooks.replay(created.id(), "one", Map.of("deliveryId", delivery))
                .then()
                .statusCode(200)
                .body("deliveries", equalTo(1));
        new AccountWebhooks(AccountErasures.newAccount())
                .replay(created.id(), "one", Map.of("deliveryId", delivery))
                .then()
                .statusCode(404)
                .body("code", equalTo("WEBHOOK_NOT_FOUND"));
        await().atMost(SOON).untilAsserted(() -> assertThat(receiver.events()).hasSize(2));
        webhooks.awaitNewest(created.id(), "DELIVERED");
        assertThat(receiver.events()).extracting(Received::id).containsOnly(delivery);
        webhooks.delivery(created.id(), delivery).then().body("attempts.attempt", contains(2, 1));
        assertThat(EventBus.await(EventType.WEBHOOK_DELIVERED, Long.toString(created.id()), 2))
                .hasSize(2);
        webhooks.replay(created.id(), "other", Map.of("deliveryId", "msg_unknown"))
                .then()
                .statusCode(404)
                .body("code", equalTo("DELIVERY_NOT_FOUND"));
        webhooks.replay(created.id(), "all", Map.of()).then().statusCode(400).body("code", notNullValue());
    }

    @Test
    void disables_after_five_days_of_failures() {
        Created created = webhooks.verified(receiver.url());
        Rows.change("update webhook_subscription set failing_since = clock_timestamp() - interval '5 days'"
                + " where subscription_id = " + created.id());
        receiver.answer(500);
        webhooks.bindSignature();
        await().atMost(SOON)
                .untilAsserted(() -> webhooks.get(created.id())
                        .then()
                        .body("status", equalTo("DISABLED"))
                        .body("disabledReason", equalTo("FAILING")));
        webhooks.awaitNewest(created.id(), "FAILED");
        assertThat(receiver.events()).as("attempts while disabled").hasSize(1);
    }

    @Test
    void signs_with_both_secrets_after_a_rotation() {
        Created created = webhooks.verified(receiver.url());
        long version = webhooks.version(created.id());
        String secret = webhooks.rotate(created.id(), version)
                .then()
                .statusCode(200)
                .body("previousSecretUntil", notNullValue())
                .extract()
                .path("secret");
        webhooks.rotate(created.id(), version).then().statusCode(412);
        webhooks.bindSignature();
        webhooks.awaitNewest(created.id(), "DELIVERED");
        assertThat(receiver.events().getFirst())
                .matches(received -> received.isSignedBy(secret))
                .matches(received -> received.isSignedBy(created.secret()));

        Rows.change("update webhook_subscription set previous_until = clock_timestamp() where subscription_id = "
                + created.id());
        webhooks.bindSignature();
        await().atMost(SOON).untilAsserted(() -> assertThat(receiver.events()).hasSize(2));
        assertThat(receiver.events().getLast())
                .matches(received -> received.isSignedBy(secret))
                .matches(received -> !received.isSignedBy(created.secret()));
    }

    @Test
    void holds_events_until_another_url_is_verified() {
        Created created = webhooks.verified(receiver.url());
        try (AccountReceiver other = new AccountReceiver()) {
            webhooks.change(created.id(), AccountWebhooks.request(other.url(), "signature.bound"))
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("PENDING_VERIFICATION"));
            SignatureBound waiting = webhooks.newSignature();
            EventBus.publish(waiting, 1);
            awaitApplied(waiting);
            String ofWebhook = " from webhook_delivery where attempts = 0 and failure_code = 'WEBHOOK_NOT_VERIFIED' and"
                    + " subscription_id = " + created.id();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(Rows.count("select count(*)" + ofWebhook))
                            .isOne());
            assertThat(Rows.count("select count(*) from webhook_attempt where webhook_id in (select webhook_id"
                            + ofWebhook + ")"))
                    .as("attempts")
                    .isZero();
            webhooks.verify(created.id()).then().statusCode(200);
            // Between event and verification it may have waited longer than the short schedule of the tests lasts.
            webhooks.replay(
                    created.id(),
                    "waiting",
                    Map.of(
                            "from", Instant.now().minusSeconds(600).toString(),
                            "to", Instant.now().plusSeconds(600).toString()));
            await().atMost(SOON).untilAsserted(() -> assertThat(other.events()).isNotEmpty());
            assertThat(receiver.events()).isEmpty();
        }
    }

    @Test
    void test_call_shows_the_answer() {
        Created created = webhooks.verified(receiver.url());
        receiver.answer(500);
        webhooks.test(created.id())
                .then()
                .statusCode(200)
                .body("accepted", equalTo(false))
                .body("statusCode", equalTo(500))
                .body("failureCode", equalTo("HTTP_500"))
                .body("answer", equalTo("answer 500"));
        webhooks.lengthenPause();
        webhooks.test(created.id()).then().statusCode(429).body("code", equalTo("WEBHOOK_CALL_LIMITED"));
        assertThat(receiver.events()).singleElement().satisfies(received -> {
            assertThat(received.json().path("type").asText()).isEqualTo("webhook.test");
            assertThat(received.isSignedBy(created.secret())).isTrue();
        });
        webhooks.deliveries(created.id(), "limit=5").then().body("items", hasSize(0));
    }

    /** Waits for the events of accepted deliveries, and returns them. */
    private static List<WebhookDelivered> published(long subscriptionId) {
        return EventBus.await(EventType.WEBHOOK_DELIVERED, Long.toString(subscriptionId), 1).stream()
                .map(WebhookDelivered.class::cast)
                .toList();
    }

    private long count(String condition) {
        return Rows.count(
                "select count(*) from webhook_delivery where account_id = '" + account + "' and " + condition);
    }

    private static void awaitApplied(SignatureBound signature) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Rows.count(
                                "select count(*) from inbox_cursor where last_version = 1 and parked_at is null"
                                        + " and aggregate_id = '" + signature.aggregateId() + "'"))
                        .isOne());
    }
}
