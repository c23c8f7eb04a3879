package io.zizhi.faults.suite.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zizhi.e2e.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The receiver of one account's webhooks, as {@code docs/webhooks.md} describes it. It answers challenges. To one webhook
 * in four it answers 500, or drops the connection before or after it has accepted the webhook.
 */
public final class UnreliableReceiver implements AutoCloseable {

    /** A request is a few kilobytes. */
    private static final int LARGEST_REQUEST = 65_536;

    private static final String CHALLENGE = "webhook.verification";
    private static final int NO_BODY = -1;

    /** What the receiver does with a request. */
    private enum Conduct {
        ACCEPTS,
        FAILS,
        LOSES_REQUEST,
        LOSES_ANSWER
    }

    private final String account;
    private final Random random;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock = InstantSource.system();
    private final Map<String, ReceivedWebhook> received = new ConcurrentHashMap<>();
    private volatile WebhookSignature signature = WebhookSignature.random();
    private volatile boolean calm;

    private UnreliableReceiver(String account, HttpServer server, long seed) {
        this.account = account;
        this.server = server;
        this.random = new Random(seed);
    }

    /** Starts a receiver on a free port. */
    public static UnreliableReceiver start(String account, long seed) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            UnreliableReceiver receiver = new UnreliableReceiver(account, server, seed);
            server.createContext("/", receiver::take);
            server.setExecutor(receiver.executor);
            server.start();
            return receiver;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String account() {
        return account;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/zizhi");
    }

    /** Sets the secret of the webhook, which its creation has shown. */
    public void expect(String secret) {
        signature = new WebhookSignature(secret);
    }

    /** From now on, accepts every webhook. */
    public void calm() {
        calm = true;
    }

    public List<ReceivedWebhook> webhooks() {
        return List.copyOf(received.values());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
            String body = new String(exchange.getRequestBody().readNBytes(LARGEST_REQUEST), UTF_8);
            boolean genuine = signature.isGenuine(exchange.getRequestHeaders()::getFirst, body, clock.instant());
            JsonNode request = Api.JSON.readTree(body);
            if (request.path("type").asText().equals(CHALLENGE)) {
                echo(exchange, request.path("data").path("challenge").asText());
                return;
            }
            Conduct conduct = drawn();
            record(id, body, conduct == Conduct.ACCEPTS || conduct == Conduct.LOSES_ANSWER, genuine);
            switch (conduct) {
                case ACCEPTS -> exchange.sendResponseHeaders(204, NO_BODY);
                case FAILS -> exchange.sendResponseHeaders(500, NO_BODY);
                case LOSES_REQUEST, LOSES_ANSWER -> {
                    // closing the exchange without an answer drops the connection
                }
            }
        }
    }

    private synchronized Conduct drawn() {
        int drawn = random.nextInt(100);
        if (calm || drawn < 75) {
            return Conduct.ACCEPTS;
        } else if (drawn < 85) {
            return Conduct.FAILS;
        }
        return drawn < 92 ? Conduct.LOSES_REQUEST : Conduct.LOSES_ANSWER;
    }

    private void record(String id, String body, boolean accepted, boolean genuine) {
        received.merge(
                id,
                new ReceivedWebhook(account, id, body, 1, accepted, true, genuine),
                (before, next) -> before.again(body, accepted, genuine));
    }

    private static void echo(HttpExchange exchange, String challenge) throws IOException {
        byte[] bytes = challenge.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
