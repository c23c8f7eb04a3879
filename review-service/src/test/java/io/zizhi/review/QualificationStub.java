package io.zizhi.review;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for qualification-service and speaks its internal contract. How it answers depends on the last digit of the
 * work order: {@value #UNKNOWN} is unknown to it, for {@value #DOWN} it is down, for {@value #SLOW} it takes too long, for
 * all others it has a snapshot. Who does not show a service token for it is turned away.
 */
public class QualificationStub implements QuarkusTestResourceLifecycleManager {

    public static final int UNKNOWN = 4;
    public static final int DOWN = 5;
    public static final int SLOW = 6;

    private static final Duration TOO_LONG = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/internal/v1/submissions/", this::answer);
            started.setExecutor(threads);
            started.start();
            server = started;
            return Map.of(
                    "zizhi.qualification-service.url",
                    "http://127.0.0.1:" + started.getAddress().getPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        boolean letter = path.endsWith("/letter");
        long workOrder = Long.parseLong(path.split("/", -1)[4]);
        long delay = workOrder % 10 == SLOW ? TOO_LONG.toMillis() : 0;
        CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS, threads)
                .execute(() -> answer(exchange, workOrder, letter));
    }

    private static void answer(HttpExchange exchange, long workOrder, boolean letter) {
        int status = isForMe(exchange.getRequestHeaders().getFirst("Authorization")) ? status(workOrder) : 401;
        String snapshot = letter
                ? "{\"workOrder\":%d,\"authoriser\":\"星河示例科技有限公司\"}"
                : "{\"workOrder\":%d,\"legalPerson\":{\"name\":\"张*\"}}";
        byte[] body = snapshot.formatted(workOrder).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static int status(long workOrder) {
        return switch ((int) (workOrder % 10)) {
            case UNKNOWN -> 404;
            case DOWN -> 503;
            default -> 200;
        };
    }

    private static boolean isForMe(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return false;
        }
        String claims = authorization.split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8)
                .contains("qualification-service");
    }
}
