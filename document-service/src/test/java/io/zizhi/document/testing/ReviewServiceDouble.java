package io.zizhi.document.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Simulates review-service by its internal contract, and starts {@link QualificationServiceDouble}. System properties
 * control it, because it and a test may be in different class loaders.
 */
public class ReviewServiceDouble implements QuarkusTestResourceLifecycleManager {

    private static final String CLAIM = "test.review-service.claim";
    private static final String BROKEN = "test.review-service.broken";
    private static final String LIMITED = "test.review-service.limited";
    private static final String VIEW = "test.review-service.view";
    private static final String CREDENTIALS = "test.review-service.credentials";

    private @Nullable HttpServer server;

    /** Removes all claims. */
    public static void reset() {
        System.clearProperty(CLAIM);
        System.clearProperty(BROKEN);
        System.clearProperty(LIMITED);
    }

    /** Gives the person a claim on this document only. */
    public static void claim(String reviewerId, String documentId) {
        System.setProperty(CLAIM, "reviewerId=" + reviewerId + "&documentId=" + documentId);
    }

    public static void breakDown() {
        breakDown(Integer.MAX_VALUE);
    }

    /** Answers this many requests with an error. */
    public static void breakDown(int requests) {
        System.setProperty(BROKEN, Integer.toString(requests));
    }

    /** Answers that every person has viewed too much, and may go on after these seconds. */
    public static void limitViews(String seconds) {
        System.setProperty(LIMITED, seconds);
    }

    /** Returns the Authorization header of the last request. */
    public static String lastCredentials() {
        return System.getProperty(CREDENTIALS, "");
    }

    /** Returns what the last request says of the view: {@code thumbnail}, or nothing. */
    public static String lastView() {
        return System.getProperty(VIEW, "");
    }

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.setExecutor(Executors.newCachedThreadPool());
            started.createContext("/internal/v1/claims", ReviewServiceDouble::answer);
            started.createContext("/internal/v1/accounts", QualificationServiceDouble::answer);
            started.createContext("/internal/v1/carrier-filings", QualificationServiceDouble::answerFiling);
            started.createContext("/internal/v1/submission-attempts", QualificationServiceDouble::answerAttempts);
            started.start();
            server = started;
            String address = "http://127.0.0.1:" + started.getAddress().getPort();
            return Map.of(
                    "zizhi.review-service.url", address,
                    "zizhi.qualification-service.url", address,
                    "zizhi.carrier-copies.originals-for", QualificationServiceDouble.TAKES_ORIGINALS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String credentials = exchange.getRequestHeaders().getFirst("Authorization");
        System.setProperty(CREDENTIALS, credentials == null ? "" : credentials);
        String view = exchange.getRequestHeaders().getFirst("Zizhi-View");
        System.setProperty(VIEW, view == null ? "" : view);
        int broken = Integer.getInteger(BROKEN, 0);
        if (broken > 0) {
            breakDown(broken - 1);
            send(exchange, 500, "{}");
        } else if (System.getProperty(LIMITED) != null) {
            exchange.getResponseHeaders().set("Retry-After", System.getProperty(LIMITED));
            send(exchange, 429, "{\"code\":\"VIEWING_LIMITED\"}");
        } else if (exchange.getRequestURI().getQuery().equals(System.getProperty(CLAIM))) {
            send(exchange, 200, "{\"workOrder\":42,\"leaseEndsAt\":\"2099-01-01T00:00:00Z\"}");
        } else {
            send(exchange, 404, "{\"code\":\"CLAIM_NOT_FOUND\"}");
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
