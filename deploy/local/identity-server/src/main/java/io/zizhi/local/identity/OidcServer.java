package io.zizhi.local.identity;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP server of the endpoints, on 127.0.0.1 only. */
final class OidcServer implements AutoCloseable {

    private static final String PATH = "/zizhi";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String issuer;
    private final SigningKey key;
    private final TokenEndpoint tokenEndpoint;
    private final AuthorizationEndpoint authorizationEndpoint;

    private OidcServer(HttpServer server, Registry registry, SigningKey key, Clock clock) {
        this.server = server;
        this.key = key;
        this.issuer = "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
        AuthorizationCodes codes = new AuthorizationCodes(clock);
        this.tokenEndpoint = new TokenEndpoint(registry, new Tokens(issuer, key, clock), codes);
        this.authorizationEndpoint = new AuthorizationEndpoint(registry, codes);
    }

    static OidcServer start(int port, Registry registry, SigningKey key, Clock clock) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        OidcServer oidc = new OidcServer(HttpServer.create(address, 0), registry, key, clock);
        oidc.server.createContext("/", oidc::handle);
        oidc.server.setExecutor(oidc.threads);
        oidc.server.start();
        return oidc;
    }

    String issuer() {
        return issuer;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                route(exchange);
            } catch (Refusal refusal) {
                json(
                        exchange,
                        refusal.status(),
                        JSONObjectUtils.toJSONString(
                                Map.of("error", refusal.code(), "error_description", refusal.description())));
            }
        }
    }

    private void route(HttpExchange exchange) throws IOException, Refusal {
        String path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod() + " " + path) {
            case "GET " + PATH + "/.well-known/openid-configuration" ->
                json(exchange, 200, JSONObjectUtils.toJSONString(Discovery.of(issuer)));
            case "GET " + PATH + "/jwks" -> json(exchange, 200, key.publicKeys());
            case "POST " + PATH + "/token" -> token(exchange);
            case "GET " + PATH + "/authorize" -> loginPage(exchange);
            case "POST " + PATH + "/authorize" -> login(exchange);
            default -> throw new Refusal(404, "not_found", "Nothing here");
        }
    }

    private void token(HttpExchange exchange) throws IOException, Refusal {
        Form form = Form.ofBody(exchange);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        json(exchange, 200, JSONObjectUtils.toJSONString(tokenEndpoint.answer(form, authorization)));
    }

    private void loginPage(HttpExchange exchange) throws IOException, Refusal {
        Form form = Form.ofQuery(exchange);
        authorizationEndpoint.check(form);
        send(exchange, 200, "text/html; charset=utf-8", LoginPage.of(form, false));
    }

    private void login(HttpExchange exchange) throws IOException, Refusal {
        Form form = Form.ofBody(exchange);
        Optional<String> location = authorizationEndpoint.login(form);
        if (location.isEmpty()) {
            send(exchange, 401, "text/html; charset=utf-8", LoginPage.of(form, true));
            return;
        }
        exchange.getResponseHeaders().set("Location", location.get());
        exchange.sendResponseHeaders(302, -1);
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, "application/json", body);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        // public clients in browsers request tokens from another origin
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
