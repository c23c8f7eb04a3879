package io.zizhi.qualification.companyauth.alipay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Simulates Alipay's gateway: accepts only requests signed by the application, and signs its responses. It has its own
 * signing code, so a mistake in the signed text is detected. Controlled through PUT /control, because it runs in a
 * different class loader than the tests.
 */
public class AlipayDouble implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> settings = new ConcurrentHashMap<>();
    private final KeyPair application = keys();
    private final KeyPair alipay = keys();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.setExecutor(Executors.newCachedThreadPool());
            started.createContext("/control", this::control);
            started.createContext("/gateway.do", this::gateway);
            started.start();
            server = started;
            String url = "http://127.0.0.1:" + started.getAddress().getPort();
            String prefix = "zizhi.company-authentication.alipay.";
            Map<String, String> config = new TreeMap<>();
            config.put("zizhi.company-authentication", "alipay");
            config.put(prefix + "url", url);
            config.put(prefix + "app-id", "2026000000000001");
            config.put(prefix + "private-key", base64(application.getPrivate().getEncoded()));
            config.put(prefix + "alipay-public-key", base64(alipay.getPublic().getEncoded()));
            config.put(prefix + "page", "https://pages.example/certify?biz={biz_no}");
            config.put(prefix + "certify-category", "CATEGORY");
            config.put("zizhi.test.alipay.url", url);
            return config;
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

    private void control(HttpExchange exchange) throws IOException {
        settings.clear();
        JSON.readTree(exchange.getRequestBody())
                .properties()
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
        reply(exchange, 200, "{}");
    }

    private void gateway(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        SortedMap<String, String> parameters = parametersOf(body);
        String method = parameters.getOrDefault("method", "");
        switch (settings.getOrDefault("gateway", "up")) {
            case "down" -> reply(exchange, 503, "");
            case "unsigned" ->
                reply(exchange, 200, "{\"error_response\":{\"code\":\"40002\",\"sub_code\":\"isv.invalid-app-id\"}}");
            default -> reply(exchange, 200, answer(method, content(method, parameters)));
        }
    }

    private String answer(String method, String content) {
        String signed = settings.getOrDefault("gateway", "up").equals("forged") ? content + " " : content;
        return "{\"" + method.replace('.', '_') + "_response\":" + content + ",\"alipay_cert_sn\":\"x\",\"sign\":\""
                + sign(signed) + "\"}";
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
        return content.put("note", "a } \" brace").toPrettyString();
    }

    private @Nullable String faultOf(SortedMap<String, String> parameters) {
        TreeMap<String, String> unsigned = new TreeMap<>(parameters);
        String sign = unsigned.remove("sign");
        List<String> pairs = new ArrayList<>();
        unsigned.forEach((name, value) -> pairs.add(name + "=" + value));
        if (!unsigned.getOrDefault("timestamp", "").matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d")) {
            return "isv.invalid-timestamp";
        }
        boolean common = unsigned.getOrDefault("sign_type", "").equals("RSA2")
                && unsigned.getOrDefault("charset", "").equals("utf-8")
                && unsigned.getOrDefault("version", "").equals("1.0")
                && unsigned.getOrDefault("app_id", "").equals("2026000000000001");
        if (!common) {
            return "isv.missing-common-parameter";
        }
        return sign != null && isOfApplication(String.join("&", pairs), sign) ? null : "isv.invalid-signature";
    }

    private static SortedMap<String, String> parametersOf(String body) {
        TreeMap<String, String> parameters = new TreeMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private boolean isOfApplication(String content, String sign) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(application.getPublic());
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(sign));
        } catch (GeneralSecurityException failure) {
            return false;
        }
    }

    private String sign(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(alipay.getPrivate());
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return base64(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
