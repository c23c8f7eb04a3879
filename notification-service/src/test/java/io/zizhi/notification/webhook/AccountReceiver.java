package io.zizhi.notification.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver of an account's webhooks, which echoes challenges. It checks signatures without the code that signs. */
public final class AccountReceiver implements AutoCloseable {

    private static final int ACCEPTED = 200;

    /** A received request. */
    public record Received(String id, String timestamp, String signatures, String body) {

        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException noJson) {
                throw new UncheckedIOException(noJson);
            }
        }

        /** Returns whether one of the signatures is of that secret. */
        public boolean isSignedBy(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                byte[] digest = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                return Arrays.asList(signatures.split(" "))
                        .contains("v1," + Base64.getEncoder().encodeToString(digest));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private final List<Received> events = new CopyOnWriteArrayList<>();
    private final List<Received> challenges = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private volatile boolean echoes = true;

    public AccountReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/own-path";
    }

    /** Sets the answers to the next events; afterwards they are accepted. */
    public void answer(Integer... statuses) {
        answers.addAll(Arrays.asList(statuses));
    }

    public void echoNothing() {
        echoes = false;
    }

    public List<Received> events() {
        return events;
    }

    public List<Received> challenges() {
        return challenges;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        Received received = new Received(
                String.valueOf(headers.getFirst("webhook-id")),
                String.valueOf(headers.getFirst("webhook-timestamp")),
                String.valueOf(headers.getFirst("webhook-signature")),
                body);
        if (received.json().path("type").asText().equals("webhook.verification")) {
            challenges.add(received);
            String challenge = received.json().at("/data/challenge").asText();
            send(exchange, ACCEPTED, echoes ? "{\"challenge\": \"" + challenge + "\"}" : "hello");
        } else {
            Integer next = answers.poll();
            int status = next == null ? ACCEPTED : next;
            events.add(received);
            send(exchange, status, "answer " + status);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
