package io.zizhi.notification.sender.alibaba;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server that checks requests as Alibaba Cloud does (signature, time, nonce, version) and then answers by a script.
 * It records the verified calls only.
 */
final class CloudDouble implements AutoCloseable {

    static final String KEY_ID = "testId";
    static final String SECRET = "testSecret";

    private static final Duration VALIDITY = Duration.ofMinutes(15);

    /**
     * A verified call.
     *
     * @param action name of the operation
     */
    record Call(String action, Map<String, String> parameters) {}

    /**
     * An answer.
     *
     * @param status HTTP status; 0 closes the connection without an answer
     */
    record Answer(int status, String body) {

        static Answer ok(String fields) {
            return new Answer(200, "{\"Code\":\"OK\",\"Message\":\"OK\",\"RequestId\":\"R\"," + fields + "}");
        }

        static Answer error(int status, String code) {
            return new Answer(status, "{\"Code\":\"" + code + "\",\"Message\":\"m\",\"RequestId\":\"R\"}");
        }
    }

    private final AcsVerifier verifier = new AcsVerifier(KEY_ID, SECRET);
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final HttpServer server;

    /** @param script answers a verified call */
    CloudDouble(Clock clock, Function<Call, Answer> script) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, script));
        server.start();
    }

    private void answer(HttpExchange exchange, Function<Call, Answer> script) throws IOException {
        ReceivedRequest request = read(exchange);
        String problem = problem(request);
        Answer answer;
        if (problem == null) {
            Call call = new Call(request.headers().getOrDefault("x-acs-action", ""), AcsVerifier.parameters(request));
            calls.add(call);
            answer = script.apply(call);
        } else {
            answer = Answer.error(400, problem);
        }
        if (answer.status() > 0) {
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json;charset=utf-8");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private @Nullable String problem(ReceivedRequest request) {
        String problem = verifier.problem(request);
        if (problem != null) {
            return problem;
        }
        Instant sent = Instant.parse(request.headers().getOrDefault("x-acs-date", ""));
        if (Duration.between(sent, clock.instant()).abs().compareTo(VALIDITY) > 0) {
            return "InvalidTimeStamp.Expired";
        }
        if (!nonces.add(request.headers().getOrDefault("x-acs-signature-nonce", ""))) {
            return "SignatureNonceUsed";
        }
        return "2017-05-25".equals(request.headers().get("x-acs-version")) ? null : "InvalidVersion";
    }

    private static ReceivedRequest read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new ReceivedRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                exchange.getRequestURI().getRawQuery(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the verified calls. */
    List<Call> calls() {
        return calls;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
