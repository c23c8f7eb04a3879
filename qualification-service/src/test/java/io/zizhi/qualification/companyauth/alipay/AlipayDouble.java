package io.zizhi.qualification.companyauth.alipay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Simulates Alipay's gateway: accepts only requests signed by the application, and signs its responses, both with
 * the code of Alipay's own SDK, so a mistake in the signed text is detected. Controlled through PUT /control, because it
 * runs in a different class loader than the tests; GET /requests returns what it received since then.
 */
public final class AlipayDouble implements AutoCloseable {

    /** Characters that are encoded differently by different encoders, or must not be lost in the signed text. */
    static final String CATEGORY = "企业 类别+A&B=C%D/~*é😀";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> settings = new ConcurrentHashMap<>();
    private final List<ObjectNode> requests = new CopyOnWriteArrayList<>();
    private final OfficialSignature signature = new OfficialSignature();
    private @Nullable HttpServer server;

    /** Starts it and returns the settings of the service for it, except the choice of the provider. */
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.setExecutor(Executors.newCachedThreadPool());
            started.createContext("/control", this::control);
            started.createContext("/requests", exchange -> reply(exchange, 200, requests.toString()));
            started.createContext("/gateway.do", this::gateway);
            started.start();
            server = started;
            String url = "http://127.0.0.1:" + started.getAddress().getPort();
            String prefix = "zizhi.company-authentication.alipay.";
            Map<String, String> config = new TreeMap<>();
            config.put(prefix + "url", url);
            config.put(prefix + "app-id", "2026000000000001");
            config.put(prefix + "private-key", signature.applicationPrivateKey());
            config.put(prefix + "alipay-public-key", signature.alipayPublicKey());
            config.put(prefix + "page", "https://pages.example/certify?biz={biz_no}");
            config.put(prefix + "certify-category", CATEGORY);
            config.put(prefix + "product-code", "w1010100000000000001");
            config.put(prefix + "return-url", "https://example.cn/done?a=1&b=%E4%B8%AD+c");
            return config;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void control(HttpExchange exchange) throws IOException {
        settings.clear();
        requests.clear();
        JSON.readTree(exchange.getRequestBody())
                .properties()
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
        reply(exchange, 200, "{}");
    }

    private void gateway(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        requests.add(JSON.createObjectNode().put("query", query).put("body", body));
        SortedMap<String, String> parameters = parametersOf(query, body);
        String method = parameters.getOrDefault("method", "");
        switch (settings.getOrDefault("gateway", "up")) {
            case "down" -> reply(exchange, 503, "");
            case "unsigned" ->
                reply(exchange, 200, "{\"error_response\":{\"code\":\"40002\",\"sub_code\":\"isv.invalid-app-id\"}}");
            default -> reply(exchange, 200, answer(method, content(method, parameters)));
        }
    }

    private String answer(String method, String content) {
        String mode = settings.getOrDefault("gateway", "up");
        String signed = mode.equals("forged") ? content + " " : content;
        String sent = mode.equals("slashes escaped") ? content.replace("/", "\\/") : content;
        return "{\"" + method.replace('.', '_') + "_response\":" + sent + ",\"alipay_cert_sn\":\"x\",\"sign\":\""
                + signature.sign(signed) + "\"}";
    }

    private String content(String method, SortedMap<String, String> parameters) throws IOException {
        String fault = faultOf(parameters);
        ObjectNode content = JSON.createObjectNode();
        if (fault != null) {
            return content.put("code", "40002").put("sub_code", fault).toString();
        }
        content.put("code", "10000").put("msg", "Success");
        var asked = JSON.readTree(parameters.getOrDefault("biz_content", "{}"));
        if (method.endsWith(".initialize")) {
            content.put("biz_no", "ZM" + asked.path("org_biz_no").asText());
        } else {
            content.put("certify_status", settings.getOrDefault("certify_status", "INIT"));
            settings.forEach(content::put);
        }
        // Blanks and escapes, which would be lost if the reader serialized the JSON again.
        return content.put("note", "a } \" brace")
                .put("letter", "https://example.cn/a")
                .toPrettyString();
    }

    private @Nullable String faultOf(SortedMap<String, String> parameters) {
        if (!signature.isOfApplication(parameters)) {
            return "isv.invalid-signature";
        }
        if (!parameters.getOrDefault("timestamp", "").matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d")) {
            return "isv.invalid-timestamp";
        }
        boolean common = parameters.getOrDefault("sign_type", "").equals("RSA2")
                && parameters.getOrDefault("charset", "").equals("utf-8")
                && parameters.getOrDefault("version", "").equals("1.0")
                && parameters.getOrDefault("app_id", "").equals("2026000000000001");
        return common ? null : "isv.missing-common-parameter";
    }

    /** Like the gateway, reads the common parameters from the URL only. */
    private static SortedMap<String, String> parametersOf(String query, String body) {
        TreeMap<String, String> parameters = new TreeMap<>(decoded(query));
        String content = decoded(body).get("biz_content");
        if (content != null) {
            parameters.put("biz_content", content);
        }
        return parameters;
    }

    /** Decodes URL-encoded parameters. */
    static SortedMap<String, String> decoded(String encoded) {
        TreeMap<String, String> parameters = new TreeMap<>();
        if (encoded.isEmpty()) {
            return parameters;
        }
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
