package io.zizhi.review;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for qualification-service and speaks its internal contract. How it answers depends on the last digit of the
 * work order: {@value #UNKNOWN} is unknown to it, for {@value #DOWN} it is down, for all others it has a snapshot. Who
 * does not show a service token for it is turned away.
 */
public class QualificationStub implements QuarkusTestResourceLifecycleManager {

    public static final int UNKNOWN = 4;
    public static final int DOWN = 5;

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/internal/v1/submissions/", QualificationStub::answer);
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
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        long workOrder = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        int status = isForMe(exchange.getRequestHeaders().getFirst("Authorization")) ? status(workOrder) : 401;
        byte[] body = "{\"workOrder\":%d,\"legalPerson\":{\"name\":\"张*\"}}"
                .formatted(workOrder)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
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
