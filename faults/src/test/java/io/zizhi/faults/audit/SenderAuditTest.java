package io.zizhi.faults.audit;

import static io.zizhi.faults.evidence.Evidence.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.suite.outside.GatewayConduct;
import io.zizhi.faults.suite.outside.GatewayMessage;
import io.zizhi.faults.suite.outside.GatewayMessage.HandOver;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests I16, and I4 and I10 for messages at the gateway. Notice m1 went there; each test corrupts one record of it. */
class SenderAuditTest {

    private static final String PHONE = "phone of v1";

    private final World world = new World();

    @Test
    void accepts_message_whose_answer_was_lost() {
        atGateway(Set.of("DELIVERED"), handOver(1, GatewayConduct.LOSES_ANSWER));
        delivered("DELIVERED");
        clean();
    }

    @Test
    void accepts_message_that_inbox_took_after_deferral() {
        world.gateway.add(message(Set.of(), 0, false, handOver(1, GatewayConduct.DEFERS)));
        world.row(NOTIFICATION, "local_hand_over", "message_id", "m1").put("attempt", 2);
        clean();
    }

    @Test
    void accepts_lost_request_that_gateway_recalled() {
        atGateway(message(
                Set.of("DELIVERED"),
                1,
                false,
                handOver(1, GatewayConduct.LOSES_REQUEST),
                handOver(2, GatewayConduct.ACCEPTS)));
        delivered("DELIVERED");
        clean();
    }

    @Test
    void finds_message_resent_after_lost_answer() {
        atGateway(Set.of("DELIVERED"), handOver(1, GatewayConduct.LOSES_ANSWER), handOver(2, GatewayConduct.ACCEPTS));
        delivered("DELIVERED");
        violates("I16", "The senders took message m1 2 times");
        violates("I16", "Message m1 was handed over again although a sender could have it");
        violates("I4", "Message m1 was handed over 2 times");
    }

    @Test
    void finds_message_resent_by_other_sender() {
        world.gateway.add(message(Set.of(), 0, false, handOver(1, GatewayConduct.LOSES_ANSWER)));
        world.row(NOTIFICATION, "local_hand_over", "message_id", "m1").put("attempt", 2);
        violates("I16", "The senders took message m1 2 times");
    }

    @Test
    void finds_blind_repetition_of_lost_request() {
        atGateway(Set.of("DELIVERED"), handOver(1, GatewayConduct.LOSES_REQUEST), handOver(2, GatewayConduct.ACCEPTS));
        delivered("DELIVERED");
        violates("I16", "Message m1 was handed over again although a sender could have it");
    }

    @Test
    void finds_unknown_message_that_gateway_remembers() {
        atGateway(message(Set.of(), 0, true, handOver(1, GatewayConduct.LOSES_ANSWER)));
        unpublish();
        sms().put("status", "UNKNOWN");
        clean();
        atGateway(Set.of(), handOver(1, GatewayConduct.LOSES_ANSWER));
        violates("I16", "Message m1 is UNKNOWN, unlike at the gateway");
        violates("I4", "Message m1 has no final status, it is UNKNOWN");
    }

    @Test
    void finds_refused_message_that_counts_as_sent() {
        atGateway(Set.of(), handOver(1, GatewayConduct.REFUSES));
        violates("I16", "Message m1 is ACCEPTED, unlike at the gateway");
        violates("I4", "Message m1 is ACCEPTED but never arrived");
    }

    @Test
    void finds_lost_and_invented_receipts() {
        atGateway(Set.of("FAILED", "DELIVERED"), handOver(1, GatewayConduct.ACCEPTS));
        violates("I16", "Receipts of message m1 were lost: ");
        delivered("FAILED");
        violates("I16", "Receipts of message m1 were lost: FAILED");
        atGateway(Set.of(), handOver(1, GatewayConduct.ACCEPTS));
        violates("I16", "Receipts of message m1 were lost: FAILED");
        violates("I16", "The receipt FAILED of message m1 was published 1 times");
        violates("I16", "Nobody asked for the missing receipt of message m1");
    }

    @Test
    void finds_receipt_published_twice() {
        atGateway(Set.of("DELIVERED"), handOver(1, GatewayConduct.ACCEPTS));
        delivered("DELIVERED");
        publish("DELIVERED", "e-m1-again");
        violates("I16", "The receipt DELIVERED of message m1 was published 2 times");
        violates("I4", "The final status of message m1 was not published exactly once");
        violates("I10", "zizhi.notification.sms-delivered.v1 came while m1 was DELIVERED");
    }

    @Test
    void finds_failure_after_delivery() {
        atGateway(Set.of("DELIVERED", "FAILED"), handOver(1, GatewayConduct.ACCEPTS));
        delivered("DELIVERED");
        clean();
        publish("FAILED", "e-m1-failed");
        violates("I10", "zizhi.notification.sms-failed.v1 came while m1 was DELIVERED");
    }

    @Test
    void allows_delivery_after_failure() {
        atGateway(Set.of("DELIVERED", "FAILED"), handOver(1, GatewayConduct.ACCEPTS));
        publish("FAILED", "e-m1-failed");
        delivered("DELIVERED");
        clean();
    }

    @Test
    void finds_notice_that_went_to_another_number() {
        atGateway(Set.of("DELIVERED"), handOver(1, GatewayConduct.ACCEPTS));
        world.gateway.replaceAll(message -> message.withNumber("phone of v2"));
        delivered("DELIVERED");
        violates("I3", "Notice 1/101/QUALIFICATION_APPROVED went to a number other than that of 1/v1");
    }

    @Test
    void finds_message_that_service_does_not_know() {
        world.gateway.add(new GatewayMessage("m9", PHONE, List.of(), 0, false, Set.of(), false, 1));
        violates("I16", "The gateway has a message that the service does not know");
    }

    private void atGateway(Set<String> receipts, HandOver... handOvers) {
        atGateway(message(receipts, 0, false, handOvers));
    }

    /** Moves message m1 from the inbox to the gateway. */
    private void atGateway(GatewayMessage message) {
        world.rows(NOTIFICATION, "local_inbox").removeIf(row -> "m1".equals(row.get("message_id")));
        world.rows(NOTIFICATION, "local_hand_over").removeIf(row -> "m1".equals(row.get("message_id")));
        world.gateway.clear();
        world.gateway.add(message);
        sms().put("sender", "http");
    }

    private static GatewayMessage message(Set<String> receipts, int recalled, boolean mute, HandOver... handOvers) {
        return new GatewayMessage("m1", PHONE, List.of(handOvers), recalled, mute, receipts, false, 0);
    }

    private static HandOver handOver(int attempt, GatewayConduct conduct) {
        return new HandOver(attempt, conduct);
    }

    private void delivered(String outcome) {
        sms().put("delivery", outcome);
        publish(outcome, "e-m1-" + outcome);
    }

    private void publish(String outcome, String event) {
        String type = "zizhi.notification.sms-" + (outcome.equals("FAILED") ? "failed" : "delivered") + ".v1";
        world.event(event, Topics.NOTIFICATION, "m1", type, "{\"messageId\":\"m1\"}");
    }

    /** Removes the event that m1 was accepted. */
    private void unpublish() {
        world.records.removeIf(record -> record.header("ce_id").equals("e-m1"));
        world.rows(NOTIFICATION, "outbox").removeIf(row -> "e-m1".equals(row.get("event_id")));
    }

    private Map<String, @Nullable Object> sms() {
        return world.row(NOTIFICATION, "sms_message", "message_id", "m1");
    }

    private void clean() {
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    private void violates(String invariant, String what) {
        assertThat(Audit.of(world.evidence()))
                .filteredOn(violation -> violation.invariant().equals(invariant))
                .anySatisfy(violation -> assertThat(violation.what()).contains(what));
    }
}
