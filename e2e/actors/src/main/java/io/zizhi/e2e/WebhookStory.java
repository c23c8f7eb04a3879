package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An operator subscribes a webhook to escalations, and shortens the target of reviews to a second. So the review that
 * the demo has left at the desk escalates at once. Afterwards the policy is as before.
 */
final class WebhookStory {

    private static final String POLICY = "STANDARD";
    private static final int MISSING = -1;

    private final Operator operator;
    private final int port;
    private final PrintStream out;
    private final AtomicReference<String> received = new AtomicReference<>();

    /** @param port of the receiver, on 127.0.0.1; 0: any free port */
    WebhookStory(Addresses addresses, int port, PrintStream out) {
        this.operator = new Operator(addresses);
        this.port = port;
        this.out = out;
    }

    void run() {
        out.println();
        out.println("== A webhook to staff");
        HttpServer receiver = listen();
        try {
            operator.subscribe(subscription(receiver.getAddress().getPort()));
            JsonNode policy = operator.policy(POLICY);
            operator.changePolicy(POLICY, oneSecond(policy));
            String id = Waiting.until("the webhook", () -> Optional.ofNullable(received.get()));
            out.println("   a review escalated, and its webhook arrived: " + id);
            operator.changePolicy(POLICY, settings(policy));
        } finally {
            receiver.stop(0);
        }
    }

    private HttpServer listen() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", this::receive);
            server.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            boolean signed = exchange.getRequestHeaders().getFirst("webhook-signature") != null;
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, MISSING);
            if (id != null && signed) {
                received.set(id);
            }
        }
    }

    private static ObjectNode subscription(int port) {
        ObjectNode subscription = Api.JSON
                .createObjectNode()
                .put("name", "demo " + System.currentTimeMillis())
                .put("channel", "WEBHOOK")
                .put("url", "http://127.0.0.1:" + port + "/")
                .put("windowMinutes", 1);
        subscription.putArray("kinds").add("ESCALATED");
        return subscription;
    }

    private static ObjectNode oneSecond(JsonNode policy) {
        ObjectNode changed = settings(policy)
                .put("openDays", "EVERY_DAY")
                .put("opens", "00:00")
                .put("closes", "00:00");
        changed.putObject("target").put("amount", 1).put("unit", "OPEN_SECONDS");
        return changed;
    }

    /** Returns what a request may contain of a policy. */
    private static ObjectNode settings(JsonNode policy) {
        ObjectNode settings = Api.JSON.createObjectNode();
        for (String name : new String[] {"openDays", "opens", "closes", "target", "warnPercent", "escalatePercent"}) {
            settings.set(name, policy.path(name));
        }
        return settings;
    }
}
