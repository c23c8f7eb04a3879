package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends JSON over HTTP as one user. It uses no code of the suite. */
public final class Api {

    public static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * Uses HTTP/1.1 as most clients do, with one request at a time on a connection. HTTP/2 would keep exchanging frames
     * after a response.
     */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private final String token;
    private final Duration patience;

    public Api(String token) {
        this(token, PATIENCE);
    }

    /** @param patience how long to wait for a response */
    public Api(String token, Duration patience) {
        this.token = token;
        this.patience = patience;
    }

    /** A response. */
    public static final class Answer {

        private final int status;
        private final JsonNode body;
        private final byte[] bytes;

        Answer(int status, JsonNode body, byte[] bytes) {
            this.status = status;
            this.body = body;
            this.bytes = bytes;
        }

        public int status() {
            return status;
        }

        /** Returns the parsed JSON; a missing node if the body is empty. */
        public JsonNode body() {
            return body;
        }

        public byte[] bytes() {
            return bytes;
        }

        /** Returns the body if the status is one of those expected; fails otherwise. */
        public JsonNode expect(int... expected) {
            for (int one : expected) {
                if (status == one) {
                    return body;
                }
            }
            throw new AssertionError("Expected " + java.util.Arrays.toString(expected) + " but got " + status + ": "
                    + new String(bytes, StandardCharsets.UTF_8));
        }
    }

    public Answer get(URI uri) {
        return send("GET", uri, BodyPublishers.noBody(), List.of());
    }

    public Answer delete(URI uri, String... headers) {
        return send("DELETE", uri, BodyPublishers.noBody(), List.of(headers));
    }

    /** @param headers names and values in turn */
    public Answer post(URI uri, @Nullable JsonNode body, String... headers) {
        return body == null
                ? send("POST", uri, BodyPublishers.noBody(), List.of(headers))
                : send("POST", uri, json(body), withContentType("application/json", headers));
    }

    public Answer put(URI uri, JsonNode body, String... headers) {
        return send("PUT", uri, json(body), withContentType("application/json", headers));
    }

    public Answer upload(URI uri, String contentType, byte[] bytes, String... headers) {
        return send("POST", uri, BodyPublishers.ofByteArray(bytes), withContentType(contentType, headers));
    }

    private Answer send(String method, URI uri, BodyPublisher body, List<String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(patience)
                .header("Authorization", "Bearer " + token)
                .method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), parse(response), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + uri + " failed", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    private static JsonNode parse(HttpResponse<byte[]> response) throws IOException {
        boolean isJson = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        return isJson && response.body().length > 0 ? JSON.readTree(response.body()) : MissingNode.getInstance();
    }

    private static BodyPublisher json(JsonNode body) {
        return BodyPublishers.ofString(body.toString());
    }

    private static List<String> withContentType(String contentType, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", contentType));
        all.addAll(List.of(headers));
        return all;
    }
}
