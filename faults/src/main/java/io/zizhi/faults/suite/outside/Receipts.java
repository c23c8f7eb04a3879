package io.zizhi.faults.suite.outside;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.Api;
import io.zizhi.faults.suite.Pauses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Posts signed receipts to the service, again and again until it acknowledges them. */
final class Receipts implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration BEFORE_A_REPEAT = Duration.ofMillis(500);
    private static final int ACKNOWLEDGED = 204;

    /** HTTP/1.1, because the front of the service relays bytes of one request at a time. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final WebhookSignature signature;
    private final GatewayChoices choices;
    private final InstantSource clock = InstantSource.system();
    private final AtomicInteger open = new AtomicInteger();
    private volatile @Nullable URI service;
    private volatile boolean closed;

    Receipts(WebhookSignature signature, GatewayChoices choices) {
        this.signature = signature;
        this.choices = choices;
    }

    /** Sets the address of notification-service. */
    void sendTo(URI notification) {
        service = URI.create(notification + "/v1/sms-receipts/http");
    }

    /** Posts the receipts that are planned for the message, each after a while. */
    void plan(MessageState message) {
        ReceiptPlan plan = message.plan();
        if (plan.receipts().isEmpty()) {
            return;
        }
        open.incrementAndGet();
        Thread.ofVirtual().name("receipts-" + message.id()).start(() -> {
            try {
                for (String outcome : plan.receipts()) {
                    Pauses.unlessInterrupted(choices.untilReceipt());
                    untilAcknowledged(message, outcome);
                }
            } finally {
                open.decrementAndGet();
            }
        });
    }

    /** Returns the number of messages whose receipts are not all acknowledged. */
    int open() {
        return open.get();
    }

    private void untilAcknowledged(MessageState message, String outcome) {
        while (!closed) {
            // a lost acknowledgement: the same receipt is sent again
            if (isAcknowledged(message.id(), outcome) && !choices.losesAnswer()) {
                message.acknowledged(outcome);
                return;
            }
            Pauses.unlessInterrupted(BEFORE_A_REPEAT);
        }
    }

    private boolean isAcknowledged(String message, String outcome) {
        URI uri = service;
        if (uri == null) {
            return false;
        }
        Instant now = clock.instant();
        String body = body(message, outcome, now);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .headers(signature
                        .headers("receipt_" + message + "_" + outcome, body, now)
                        .toArray(String[]::new))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == ACKNOWLEDGED;
        } catch (IOException noAnswer) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String body(String message, String outcome, Instant now) {
        ObjectNode receipt =
                Api.JSON.createObjectNode().put("type", "sms.receipt").put("timestamp", now.toString());
        receipt.putObject("data")
                .put("messageId", message)
                .put("providerMessageId", "p-" + message)
                .put("status", outcome)
                .put("code", outcome.equals("FAILED") ? UnreliableGateway.UNDELIVERED : "OK")
                .put("at", now.toString());
        return receipt.toString();
    }

    @Override
    public void close() {
        closed = true;
        client.close();
    }
}
