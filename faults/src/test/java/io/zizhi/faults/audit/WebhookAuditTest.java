package io.zizhi.faults.audit;

import static io.zizhi.faults.evidence.Evidence.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.suite.outside.ReceivedWebhook;
import org.junit.jupiter.api.Test;

/** Tests I18 with the webhook about the binding of signature 80. */
class WebhookAuditTest {

    private final World world = new World();

    @Test
    void accepts_repeated_webhook_and_events_of_other_accounts() {
        world.event("e-s81", Topics.QUALIFICATION, "81", "zizhi.qualification.expired.v1", "{\"accountId\":\"other\"}");
        assertThat(new EventsReachWebhooks().check(world.evidence())).isEmpty();
    }

    @Test
    void finds_event_that_was_never_received() {
        world.webhooks.clear();
        violates("Webhook msg_e-s80_1001 never reached its receiver");
    }

    @Test
    void finds_event_that_was_never_accepted() {
        receive(body(), 2, false, true, true);
        violates("Webhook msg_e-s80_1001 never reached its receiver");
    }

    @Test
    void finds_other_content_than_the_event() {
        receive(body().replace("\"signatureId\": 80", "\"signatureId\": 81"), 1, true, true, true);
        violates("Webhook msg_e-s80_1001 differs from its event");
        receive(body().replace("\"aggregateVersion\": 1", "\"aggregateVersion\": 2"), 1, true, true, true);
        violates("Webhook msg_e-s80_1001 differs from its event");
        receive(body().replace("signature.bound", "signature.released"), 1, true, true, true);
        violates("Webhook msg_e-s80_1001 differs from its event");
        receive(body().replace("\"signatureId\"", "\"contactId\": \"v4\", \"signatureId\""), 1, true, true, true);
        violates("Webhook msg_e-s80_1001 differs from its event");
    }

    @Test
    void finds_repetition_with_another_body_or_without_signature() {
        receive(body(), 2, true, false, true);
        violates("Webhook msg_e-s80_1001 was repeated with another body");
        receive(body(), 2, true, true, false);
        violates("Webhook msg_e-s80_1001 has no valid signature");
    }

    @Test
    void finds_webhook_without_event() {
        ReceivedWebhook known = world.webhooks.getFirst();
        world.webhooks.add(new ReceivedWebhook("agency", "msg_e-s99_1001", known.body(), 1, true, true, true));
        violates("Webhook msg_e-s99_1001 belongs to no event");
    }

    @Test
    void finds_webhook_at_two_receivers() {
        ReceivedWebhook own = world.webhooks.getFirst();
        world.webhooks.add(new ReceivedWebhook("other", own.id(), own.body(), 1, true, true, true));
        violates("Webhook msg_e-s80_1001 reached two receivers");
    }

    @Test
    void finds_delivery_that_the_service_does_not_know() {
        world.row(NOTIFICATION, "webhook_delivery", "webhook_id", World.WEBHOOK).put("attempts", 1);
        violates("Webhook msg_e-s80_1001 was accepted, but the service recorded something else");
        world.row(NOTIFICATION, "webhook_delivery", "webhook_id", World.WEBHOOK).put("attempts", 2);
        world.row(NOTIFICATION, "webhook_delivery", "webhook_id", World.WEBHOOK).put("status", "FAILED");
        violates("Webhook msg_e-s80_1001 was accepted, but the service recorded something else");
    }

    @Test
    void finds_acceptance_published_twice_never_or_for_nothing() {
        world.accepted("e-w2", World.WEBHOOK);
        violates("The acceptance of webhook msg_e-s80_1001 was published 2 times");
        world.records.removeIf(record -> record.header("ce_id").startsWith("e-w"));
        violates("The acceptance of webhook msg_e-s80_1001 was published 0 times");
        world.accepted("e-w3", "msg_e-s99_1001");
        violates("The accepted webhook msg_e-s99_1001 belongs to no event");
    }

    private String body() {
        return new World().webhooks.getFirst().body();
    }

    private void receive(String body, int times, boolean accepted, boolean same, boolean genuine) {
        world.webhooks.clear();
        world.webhooks.add(new ReceivedWebhook("agency", World.WEBHOOK, body, times, accepted, same, genuine));
    }

    private void violates(String what) {
        assertThat(new EventsReachWebhooks().check(world.evidence()))
                .anySatisfy(violation -> assertThat(violation.what()).contains(what));
    }
}
