package io.zizhi.local.identity;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, from its query or its body (application/x-www-form-urlencoded). */
final class Form {

    private static final int MAX_BYTES = 64 * 1024;

    private final Map<String, String> values;

    private Form(Map<String, String> values) {
        this.values = values;
    }

    static Form ofQuery(HttpExchange exchange) throws Refusal {
        return parse(exchange.getRequestURI().getRawQuery());
    }

    static Form ofBody(HttpExchange exchange) throws IOException, Refusal {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw new Refusal(413, "invalid_request", "The body is too large");
        }
        return parse(new String(body, StandardCharsets.UTF_8));
    }

    static Form parse(@Nullable String encoded) throws Refusal {
        Map<String, String> values = new LinkedHashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                if (values.put(name, value) != null) {
                    throw Refusal.invalidRequest("Parameter given twice: " + name);
                }
            }
        }
        return new Form(values);
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static String decode(String value) throws Refusal {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalidRequest("Not URL-encoded: " + e.getMessage());
        }
    }

    /** Returns the value, or null if it is absent or empty. */
    @Nullable
    String get(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    String get(String name, String otherwise) {
        String value = get(name);
        return value == null ? otherwise : value;
    }

    String require(String name) throws Refusal {
        String value = get(name);
        if (value == null) {
            throw Refusal.invalidRequest("Parameter missing: " + name);
        }
        return value;
    }

    Map<String, String> all() {
        return Map.copyOf(values);
    }
}
