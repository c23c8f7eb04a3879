package io.zizhi.qualification.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zizhi.qualification.companyauth.alipay.AlipayDouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Simulates the internal APIs of document-service, notification-service and review-service, the company register and,
 * by {@link AlipayDouble}, Alipay. All classes share one set of doubles, because each other set costs a start.
 * By default every document is usable and every phone is verified. A phone verification reserved for one revision
 * cannot be used for another, and not at all after that revision was submitted. Tests control it over HTTP ({@link
 * Peers}), because it lives in another class loader.
 */
public class PeerDouble implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Silent calls wait for its changes. */
    private final Map<String, String> settings = new ConcurrentHashMap<>();

    private final Map<String, String> reservations = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AlipayDouble alipay = new AlipayDouble();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.setExecutor(Executors.newCachedThreadPool());
            started.createContext("/control", this::control);
            started.createContext("/internal/v1/documents", exchange -> answer("document-service", exchange));
            started.createContext(
                    "/internal/v1/phone-verifications", exchange -> answer("notification-service", exchange));
            started.createContext("/registry/checks", this::registry);
            started.createContext("/internal/v1/reviews", exchange -> answer("review-service", exchange));
            started.start();
            server = started;
            String url = "http://127.0.0.1:" + started.getAddress().getPort();
            Map<String, String> config = new TreeMap<>(alipay.start());
            config.put("zizhi.document-service.url", url);
            config.put("zizhi.notification-service.url", url);
            config.put("zizhi.review-service.url", url);
            config.put("zizhi.company-registry.provider", "HTTP");
            config.put("zizhi.company-registry.url", url + "/registry");
            config.put("zizhi.company-registry.token", "secret-of-the-registry");
            config.put("zizhi.test.peers.url", url);
            return config;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        alipay.close();
        if (server != null) {
            server.stop(0);
        }
    }

    /** PUT {"key": "value"} sets a value, DELETE clears all values and calls, GET returns the recorded calls. */
    private void control(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" ->
                JSON.readTree(exchange.getRequestBody())
                        .properties()
                        .forEach(entry ->
                                settings.put(entry.getKey(), entry.getValue().asText()));
            case "DELETE" -> {
                settings.clear();
                reservations.clear();
                calls.clear();
            }
            default -> {
                reply(exchange, 200, JSON.writeValueAsString(calls));
                return;
            }
        }
        synchronized (settings) {
            settings.notifyAll();
        }
        reply(exchange, 200, "{}");
    }

    private void answer(String service, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(path + " " + body);
        String state = settings.getOrDefault(service, "up");
        if (state.equals("down")) {
            reply(exchange, 503, "{}");
        } else if (state.equals("silent")) {
            stayWhileSilent(service);
            exchange.close();
        } else if (!isFor(service, exchange.getRequestHeaders().getFirst("Authorization"))) {
            reply(exchange, 401, "{}");
        } else {
            switch (service) {
                case "document-service" -> documents(exchange, path, JSON.readTree(body));
                case "notification-service" -> phones(exchange, path, JSON.readTree(body));
                default -> {
                    if (path.endsWith("/claim")) {
                        claim(exchange, path);
                    } else {
                        notes(exchange, path);
                    }
                }
            }
        }
    }

    /** Reports every company as matching unless a test sets another result. */
    private void registry(HttpExchange exchange) throws IOException {
        calls.add("/registry/checks " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String state = settings.getOrDefault("company-registry", "MATCHED");
        if (state.equals("silent")) {
            stayWhileSilent("company-registry");
            exchange.close();
            return;
        }
        boolean known = "Bearer secret-of-the-registry"
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean answers = known && !state.equals("down");
        ObjectNode answer = JSON.createObjectNode().put("result", state).put("aFieldOfANewerVersion", true);
        reply(exchange, answers ? 200 : known ? 503 : 401, answer.toString());
    }

    private void documents(HttpExchange exchange, String path, JsonNode question) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        var checked = answer.putArray("documents");
        if (path.endsWith("/named")) {
            named(question).forEach(checked::add);
            reply(exchange, 200, answer.toString());
            return;
        }
        boolean usable = true;
        for (JsonNode wanted : question.get("documents")) {
            String id = wanted.get("documentId").asText();
            String status = settings.getOrDefault(id, "AVAILABLE");
            usable = usable && status.equals("AVAILABLE");
            ObjectNode document = checked.addObject().put("documentId", id).put("status", status);
            if (!status.equals("NOT_FOUND")) {
                document.put("kind", wanted.get("kinds").get(0).asText());
                document.put("sha256", settings.getOrDefault("sha256", id));
                document.put("colour", !settings.containsKey("colourless"));
                String recognition = settings.get("recognition:" + id);
                if (recognition != null
                        && "recognition=true".equals(exchange.getRequestURI().getQuery())) {
                    String first = settings.remove("first-recognition:" + id);
                    document.set("recognition", JSON.readTree(first == null ? recognition : first));
                }
            }
            document.put("aFieldOfANewerVersion", true);
        }
        if (path.endsWith("/pins")) {
            stayWhileSilent("slow-pins");
        }
        boolean refused = path.endsWith("/pins") && (!usable || settings.containsKey("pins"));
        reply(exchange, refused ? 409 : 200, refused ? "{\"code\":\"DOCUMENT_NOT_USABLE\"}" : answer.toString());
    }

    /** Returns the documents set with {@code name:FILE} to {@code ID KIND}. */
    private List<ObjectNode> named(JsonNode question) {
        List<ObjectNode> found = new ArrayList<>();
        for (JsonNode name : question.get("fileNames")) {
            String document = settings.get("name:" + name.asText());
            if (document != null) {
                String[] parts = document.split(" ", -1);
                found.add(JSON.createObjectNode()
                        .put("fileName", name.asText())
                        .put("documentId", parts[0])
                        .put("kind", parts[1]));
            }
        }
        return found;
    }

    private void phones(HttpExchange exchange, String path, JsonNode question) throws IOException {
        if (path.endsWith("/search")) {
            search(exchange, question);
            return;
        }
        String id = path.split("/", -1)[4];
        if (settings.remove("released:" + id) != null) {
            reservations.remove(id);
        }
        String status = settings.getOrDefault(id, statusOf(id));
        if (path.endsWith("/check")) {
            reply(exchange, 200, JSON.createObjectNode().put("status", status).toString());
        } else if (status.equals("VERIFIED") && !settings.containsKey("reservations") && reserve(id, question)) {
            reply(exchange, 200, "{\"reservedUntil\":\"2026-11-24T10:00:00Z\"}");
        } else {
            reply(exchange, 409, "{\"code\":\"PHONE_VERIFICATION_" + status + "\"}");
        }
    }

    /** Reports a number as verified if a test has set {@code phone:} and the number to a verification. */
    private void search(HttpExchange exchange, JsonNode question) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        var found = answer.putArray("verified");
        JsonNode phones = question.get("phones");
        for (int position = 0; position < phones.size(); position++) {
            String verification = settings.get("phone:" + phones.get(position).asText());
            if (verification != null) {
                found.addObject().put("position", position).put("verificationId", verification);
            }
        }
        reply(exchange, 200, answer.toString());
    }

    /**
     * Returns the status of a verification. Tests set which revisions were submitted, because this class does not
     * receive the events.
     */
    private String statusOf(String verificationId) {
        String revision = reservations.get(verificationId);
        return revision != null && settings.containsKey(revision) ? "USED" : "VERIFIED";
    }

    private boolean reserve(String verificationId, JsonNode question) {
        String revision = "submitted:" + question.get("qualificationId").asText() + "/"
                + question.get("revision").asText();
        return reservations.computeIfAbsent(verificationId, id -> revision).equals(revision);
    }

    private void notes(HttpExchange exchange, String path) throws IOException {
        String workOrder = path.split("/", -1)[4];
        String notes = settings.get("notes:" + workOrder);
        reply(exchange, notes == null ? 404 : 200, notes == null ? "{}" : notes);
    }

    /** Returns the live claim that a test has set with {@code claim:} and a work order. */
    private void claim(HttpExchange exchange, String path) throws IOException {
        String workOrder = path.split("/", -1)[4];
        String holder = settings.get("claim:" + workOrder);
        boolean held = holder != null
                && ("reviewerId=" + holder).equals(exchange.getRequestURI().getQuery());
        String claim = "{\"workOrder\":" + workOrder + ",\"leaseEndsAt\":\"2099-01-01T00:00:00Z\"}";
        reply(exchange, held ? 200 : 404, held ? claim : "{\"code\":\"CLAIM_NOT_FOUND\"}");
    }

    private static boolean isFor(String service, @Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return false;
        }
        String claims = authorization.split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8).contains(service);
    }

    private void stayWhileSilent(String service) {
        synchronized (settings) {
            while ("silent".equals(settings.get(service))) {
                try {
                    settings.wait();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
