package io.zizhi.notification.webhook;

import static io.zizhi.notification.Clients.as;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.zizhi.contracts.SignatureBound;
import io.zizhi.notification.Rows;
import io.zizhi.platform.testkit.EventBus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** HTTP calls of an account that has webhooks, and events of its signatures. */
public final class AccountWebhooks {

    private static final String ONE = "/v1/webhooks/{id}";

    /** A newly created webhook. */
    public record Created(long id, String secret) {}

    private final String account;

    public AccountWebhooks(String account) {
        this.account = account;
    }

    public static Map<String, Object> request(String url, String... eventTypes) {
        return Map.of("url", url, "eventTypes", List.of(eventTypes), "description", "Test");
    }

    public Response create(Map<String, Object> request) {
        return as(account).body(request).post("/v1/webhooks");
    }

    public Created created(String url) {
        var created = create(request(url, "signature.bound", "qualification.approved"))
                .then()
                .statusCode(201)
                .extract();
        return new Created(created.<Number>path("id").longValue(), created.path("secret"));
    }

    /** Creates a webhook and verifies it. */
    public Created verified(String url) {
        Created created = created(url);
        verify(created.id()).then().statusCode(200);
        return created;
    }

    public Response verify(long id) {
        return as(account).post(ONE + "/verify", id);
    }

    public Response get(long id) {
        return as(account).get(ONE, id);
    }

    public long version(long id) {
        return get(id).then().statusCode(200).extract().<Number>path("version").longValue();
    }

    public Response change(long id, Map<String, Object> request) {
        return change(id, version(id), request);
    }

    public Response change(long id, long version, Map<String, Object> request) {
        return as(account)
                .header("If-Match", "\"" + version + "\"")
                .body(request)
                .put(ONE, id);
    }

    public Response delete(long id, long version) {
        return as(account).header("If-Match", "\"" + version + "\"").delete(ONE, id);
    }

    public Response rotate(long id, long version) {
        return as(account).header("If-Match", "\"" + version + "\"").post(ONE + "/rotate-secret", id);
    }

    public Response test(long id) {
        return as(account).post(ONE + "/test", id);
    }

    /** Lengthens the pause after the last call. Five seconds could be over before a test makes the next call. */
    public void lengthenPause() {
        assertThat(Rows.change("update webhook_call set called_at = called_at + interval '1 hour'"
                        + " where key in ('challenge by " + account + "', 'test by " + account + "')"))
                .isOne();
    }

    public Response replay(long id, String key, Map<String, Object> request) {
        return as(account).header("Idempotency-Key", key).body(request).post(ONE + "/replays", id);
    }

    /** Lists deliveries, newest first, with a query such as {@code status=FAILED}. */
    public Response deliveries(long id, String query) {
        return as(account).get(ONE + "/deliveries?" + query, id);
    }

    public Response delivery(long id, String deliveryId) {
        return as(account).get(ONE + "/deliveries/{deliveryId}", id, deliveryId);
    }

    /** Publishes that a new signature was bound, and returns the id of the event. */
    public UUID bindSignature() {
        return EventBus.publish(newSignature(), 1);
    }

    public SignatureBound newSignature() {
        long signature = ThreadLocalRandom.current().nextLong(1, 1L << 50);
        return new SignatureBound(signature, account, "星河示例", signature + 1, null, Instant.now());
    }

    /** Waits until the newest delivery has that status, and returns its id. */
    public String awaitNewest(long id, String status) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(deliveries(id, "limit=1")
                                .then()
                                .statusCode(200)
                                .extract()
                                .<List<String>>path("items.status"))
                        .containsExactly(status));
        return deliveries(id, "limit=1").path("items[0].id");
    }
}
