package io.zizhi.document.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A service that recognises pictures by its contract, without looking at them. System properties control it, because it
 * and a test may be in different class loaders.
 */
public class RecognitionDouble implements QuarkusTestResourceLifecycleManager {

    /** The name in every picture. */
    public static final String NAME = "赵示例";

    public static final String ANSWER = """
            {"form": "ID_PORTRAIT",
             "fields": [
               {"name": "name", "value": "赵示例", "confidence": 0.98, "box": {"x": 10, "y": 20, "width": 90, "height": 30}},
               {"name": "idNumber", "value": "110105198001011019", "confidence": 0.99, "confirmed": true,
                "box": {"x": 40, "y": 300, "width": 400, "height": 32}}],
             "confidence": 0.97, "hints": ["GLARE", "ADDED_LATER"], "colour": true, "redSeal": false,
             "perceptualHash": "00f0a1b2c3d4e5f6", "width": 640, "height": 400, "addedLater": 1}
            """;

    private static final String STATE = "test.recognition";
    private static final String REQUESTS = "test.recognition.requests";
    private static final String LAST = "test.recognition.last";

    private @Nullable HttpServer server;

    /** What the service does with a picture. */
    public enum Mood {
        READING,
        /** Closes the connection after the first picture, as a process that ends would, and reads the next. */
        CRASHING_ONCE,
        CRASHING,
        UNDECODABLE,
        BUSY,
        /** Does not answer until {@link #mend}. */
        HANGING,
        UNREADABLE,
        TOO_LARGE,
        FORBIDDEN
    }

    public static void mend() {
        behave(Mood.READING);
    }

    public static void behave(Mood mood) {
        System.setProperty(STATE, mood.name());
    }

    /** Returns the number of requests so far. */
    public static int requests() {
        return Integer.getInteger(REQUESTS, 0);
    }

    /** Returns query, token and media type of the last request. */
    public static String lastRequest() {
        return System.getProperty(LAST, "");
    }

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.setExecutor(Executors.newCachedThreadPool());
            started.createContext("/v1/recognitions", RecognitionDouble::answer);
            started.start();
            server = started;
            return Map.of(
                    "zizhi.document.recognition.provider", "worker",
                    "zizhi.document.recognition.url",
                            "http://127.0.0.1:" + started.getAddress().getPort() + "/v1",
                    "zizhi.document.recognition.key", "key-of-the-test",
                    "zizhi.document.recognition.attempts", "2",
                    "zizhi.document.recognition.retry-after", "PT0.2S",
                    "zizhi.document.recognition.poll-every", "PT0.05S",
                    "zizhi.document.recognition.waiting-requests", "1");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        System.setProperty(
                LAST,
                exchange.getRequestURI().getQuery() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization") + " "
                        + exchange.getRequestHeaders().getFirst("Content-Type"));
        System.setProperty(REQUESTS, Integer.toString(requests() + 1));
        switch (Mood.valueOf(System.getProperty(STATE, "READING"))) {
            case READING -> send(exchange, 200, ANSWER);
            case CRASHING_ONCE -> {
                mend();
                exchange.close();
            }
            case CRASHING -> exchange.close();
            case UNDECODABLE -> send(exchange, 422, "{\"code\":\"UNDECODABLE\"}");
            case BUSY -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(exchange, 503, "{\"code\":\"BUSY\"}");
            }
            case HANGING -> {
                while (System.getProperty(STATE, "").equals("HANGING")) {
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
                send(exchange, 200, ANSWER);
            }
            case UNREADABLE -> send(exchange, 200, "<html>Sign in</html>");
            case TOO_LARGE -> send(exchange, 200, "x".repeat(300_000));
            case FORBIDDEN -> send(exchange, 403, "{}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
