package io.zizhi.e2e.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An HTTP response. */
public final class Reply {

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /** @param headers by name in lower case */
    Reply(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    public int status() {
        return status;
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** Returns type and subtype of the body in lower case, without parameters; empty without a content type. */
    public String mediaType() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    public byte[] body() {
        return body.clone();
    }

    public boolean isEmpty() {
        return body.length == 0;
    }

    /** Returns head and body, for a search for forbidden content. */
    public String text() {
        return headers + "\n" + new String(body, StandardCharsets.UTF_8);
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
