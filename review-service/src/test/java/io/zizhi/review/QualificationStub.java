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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stub of qualification-service with its internal contract. The last digit of the work order selects the answer:
 * {@value #UNKNOWN} is unknown; for {@value #DOWN} the service is down; for {@value #SILENT} it never answers.
 * {@value #WITHOUT_DIFFERENCE} has a snapshot but no comparison; {@value #FIRST} has nothing to compare with; for
 * {@value #LIMITED} the reviewer has reached the daily limit. {@value #UNCHANGED} differs only in its consent.
 * All others have a snapshot and a comparison. Callers without a service token for it are refused.
 */
public class QualificationStub implements QuarkusTestResourceLifecycleManager {

    public static final int UNKNOWN = 4;
    public static final int DOWN = 5;
    public static final int SILENT = 6;
    public static final int WITHOUT_DIFFERENCE = 7;
    public static final int FIRST = 8;
    public static final int UNCHANGED = 9;
    public static final int LIMITED = 2;

    /** The value that it returns in plain text. */
    public static final String CANARY = "110105194912310987";

    /** A document of {@link Submitted#documentOf}. */
    private static final Pattern DOCUMENT = Pattern.compile("\"(0{16}[0-9a-f]{16})\"");

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final Queue<HttpExchange> silentCalls = new ConcurrentLinkedQueue<>();

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/internal/v1/submissions/", this::answer);
            started.createContext("/internal/v1/documents/identical", this::identical);
            started.setExecutor(threads);
            started.start();
            server = started;
            String url = "http://127.0.0.1:" + started.getAddress().getPort();
            return Map.of("zizhi.qualification-service.url", url, "zizhi.document-service.url", url);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sets the test's field {@code silentCalls}: the calls without an answer, which the test may close. */
    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(silentCalls, field -> field.getName().equals("silentCalls"));
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
        long workOrder = Long.parseLong(path.split("/", -1)[4]);
        if (workOrder % 10 == SILENT) {
            silentCalls.add(exchange);
        } else {
            answer(exchange, workOrder, path);
        }
    }

    /**
     * Stubs document-service: the first document of an ordinary work order is in another account too. For work orders
     * with a special answer none is, and for {@value #DOWN} this service is down as well.
     */
    private void identical(HttpExchange exchange) {
        String question = read(exchange);
        long workOrder = DOCUMENT.matcher(question)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1), 16))
                .findFirst()
                .orElse(0);
        boolean known = isFor("document-service", exchange.getRequestHeaders().getFirst("Authorization"));
        int status = !known ? 401 : workOrder % 10 == DOWN ? 503 : 200;
        String found = workOrder % 10 == 0 && workOrder > 0
                ? "{\"documentId\":\"%032x\",\"found\":{\"count\":1,\"more\":false,\"items\":[{\"accountId\":\"agency\"}]}}"
                        .formatted(workOrder)
                : "";
        send(exchange, status, "{\"documents\":[" + found + "]}");
    }

    private static String read(HttpExchange exchange) {
        try {
            return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void answer(HttpExchange exchange, long workOrder, String path) {
        boolean known =
                isFor("qualification-service", exchange.getRequestHeaders().getFirst("Authorization"));
        send(
                exchange,
                known ? status(workOrder, exchange) : 401,
                body(path, workOrder, exchange.getRequestURI().getQuery()));
    }

    private static void send(HttpExchange exchange, int status, String answer) {
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String body(String path, long workOrder, @Nullable String query) {
        if (path.endsWith("/difference") && workOrder % 10 == UNCHANGED) {
            return "{\"workOrder\":%d,\"changes\":[{\"pointer\":\"/consent/noticeVersion\"}]}".formatted(workOrder);
        }
        if (path.endsWith("/difference")) {
            return "{\"workOrder\":%d,\"changes\":[{\"pointer\":\"%s\"}]}"
                    .formatted(workOrder, query == null ? "/since-previous" : "/since-in-force");
        }
        if (path.endsWith("/values")) {
            return "{\"workOrder\":%d,\"values\":[{\"pointer\":\"/legalRepresentative/idNumber\",\"value\":\"%s\"}]}"
                    .formatted(workOrder, CANARY);
        }
        if (path.endsWith("/related")) {
            return ("{\"duplicates\":[{\"trait\":\"PHONE\",\"found\":{\"count\":1,\"more\":false,\"items\":[]}}],"
                    + "\"sameCompany\":{\"count\":0,\"more\":false,\"items\":[]}}");
        }
        return (path.endsWith("/letter")
                        ? "{\"workOrder\":%d,\"authoriser\":\"星河示例科技有限公司\",\"name\":\"示例授权\",\"documents\":[]}"
                        : "{\"workOrder\":%d,\"legalRepresentative\":{\"name\":\"张*\"},\"evaluation\":{\"passed\":true,"
                                + "\"rules\":[],\"registry\":\"MATCHED\"},\"documents\":[{\"pointer\":\"/moreMaterial/0\","
                                + "\"documentId\":\"0123\",\"kind\":\"MORE_MATERIAL\"}]}")
                .formatted(workOrder);
    }

    private static int status(long workOrder, HttpExchange exchange) {
        boolean difference = exchange.getRequestURI().getPath().endsWith("/difference");
        boolean values = exchange.getRequestURI().getPath().endsWith("/values");
        if (values && !read(exchange).contains("\"reviewerId\":\"")) {
            return 400;
        }
        return switch ((int) (workOrder % 10)) {
            case LIMITED -> values ? 429 : 200;
            case UNKNOWN -> 404;
            case DOWN -> 503;
            case WITHOUT_DIFFERENCE -> difference ? 503 : 200;
            case FIRST -> difference ? 404 : 200;
            default -> 200;
        };
    }

    private static boolean isFor(String service, @Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return false;
        }
        String claims = authorization.split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8).contains(service);
    }
}
