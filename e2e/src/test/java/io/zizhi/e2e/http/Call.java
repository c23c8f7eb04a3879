package io.zizhi.e2e.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An immutable HTTP request, which may be invalid in any way. Nothing is checked, escaped or completed except the
 * headers that {@link Wire} needs.
 */
public final class Call {

    private static final int SHORT = 6_000;

    private final URI base;
    private final String method;
    private final String target;
    private final List<Header> headers;
    private final byte[] body;

    private Call(URI base, String method, String target, List<Header> headers, byte[] body) {
        this.base = base;
        this.method = method;
        this.target = target;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    /** @param target path and query as sent over the wire */
    public static Call of(URI base, String method, String target) {
        return new Call(base, method, target, List.of(), new byte[0]);
    }

    public URI base() {
        return base;
    }

    public String method() {
        return method;
    }

    public String target() {
        return target;
    }

    public List<Header> headers() {
        return headers;
    }

    public byte[] body() {
        return body.clone();
    }

    public Call withMethod(String other) {
        return new Call(base, other, target, headers, body);
    }

    public Call withTarget(String other) {
        return new Call(base, method, other, headers, body);
    }

    /** Replaces the header's value. */
    public Call with(String name, String value) {
        return without(name).adding(name, value);
    }

    /** Adds a value to the header. */
    public Call adding(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Call(base, method, target, more, body);
    }

    public Call without(String name) {
        List<Header> fewer = headers.stream()
                .filter(header -> !header.name().equalsIgnoreCase(name))
                .toList();
        return new Call(base, method, target, fewer, body);
    }

    public boolean has(String name) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }

    public Call withBody(byte[] bytes) {
        return new Call(base, method, target, headers, bytes.clone());
    }

    public Call withJson(JsonNode json) {
        return with("Content-Type", "application/json").withBody(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns whether the text occurs unchanged in the request. */
    public boolean says(String text) {
        return target.contains(text)
                || headers.stream().anyMatch(header -> header.value().contains(text))
                || new String(body, StandardCharsets.UTF_8).contains(text);
    }

    /** Returns a shell command that repeats the request, with {@code $TOKEN} for the bearer token. */
    public String curl() {
        StringBuilder line = new StringBuilder("curl -i --path-as-is --max-time 20 -X ")
                .append(quoted(method))
                .append(' ')
                .append(quoted(base + target));
        for (Header header : headers) {
            boolean token = header.name().equals("Authorization")
                    && header.value().length() > 100
                    && header.value().startsWith("Bearer ");
            String shown = header.name() + ": " + shortened(header.value());
            line.append(" -H ").append(token ? "\"Authorization: Bearer $TOKEN\"" : quoted(shown));
        }
        if (body.length > SHORT) {
            line.append(" # with a body of ").append(body.length).append(" bytes");
        } else if (body.length > 0) {
            line.append(" --data-binary @<(echo ")
                    .append(Base64.getEncoder().encodeToString(body))
                    .append(" | base64 -d)");
        }
        return line.toString();
    }

    private static String shortened(String value) {
        return value.length() <= SHORT ? value : value.substring(0, 40) + "…(" + value.length() + " characters)";
    }

    /** Quotes for bash: $'…' with all special characters escaped. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("$'");
        for (int index = 0; index < text.length(); index++) {
            char next = text.charAt(index);
            if (next == '\'' || next == '\\') {
                quoted.append('\\').append(next);
            } else if (next >= ' ' && next < 0x7F) {
                quoted.append(next);
            } else {
                quoted.append(String.format("\\u%04x", (int) next));
            }
        }
        return quoted.append('\'').toString();
    }
}
