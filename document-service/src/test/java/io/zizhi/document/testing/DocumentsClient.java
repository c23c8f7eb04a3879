package io.zizhi.document.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.zizhi.platform.testkit.InternalAddress;
import io.zizhi.platform.testkit.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Calls the service under test as applicants, reviewers and services. */
public final class DocumentsClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private DocumentsClient() {}

    /** A response with its body as bytes. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonObject json() {
            return new JsonObject(new String(response.body(), UTF_8));
        }

        /** Asserts that the response is a problem with that status and code. */
        public Answer isProblem(int status, String code) {
            String body = new String(response.body(), ISO_8859_1);
            assertThat(status()).as(body).isEqualTo(status);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(json().getString("code")).isEqualTo(code);
            return this;
        }
    }

    public static Answer upload(String user, String kind, @Nullable String contentType, byte[] bytes) {
        return upload(user, kind, contentType, BodyPublishers.ofByteArray(bytes));
    }

    /** Uploads without a declared length. */
    public static Answer uploadInChunks(String user, String kind, @Nullable String contentType, byte[] bytes) {
        return upload(user, kind, contentType, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    }

    private static Answer upload(String user, String kind, @Nullable String contentType, BodyPublisher body) {
        HttpRequest.Builder request =
                as(Tokens.of(user), "/v1/documents?kind=" + kind).POST(body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return send(request);
    }

    /** Uploads a document with a file name in percent encoding, and returns its id. */
    public static String storedAs(String user, String kind, String encodedName, byte[] bytes) {
        Answer answer = send(as(Tokens.of(user), "/v1/documents?kind=" + kind)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encodedName)
                .POST(BodyPublishers.ofByteArray(bytes)));
        assertThat(answer.status()).as(new String(answer.bytes(), UTF_8)).isEqualTo(201);
        return answer.json().getString("documentId");
    }

    /** Uploads a document and returns its id. */
    public static String stored(String user, String kind, byte[] bytes) {
        Answer answer = upload(user, kind, null, bytes);
        assertThat(answer.status()).as(new String(answer.bytes(), UTF_8)).isEqualTo(201);
        return answer.json().getString("documentId");
    }

    public static Answer get(String user, String path) {
        return getAs(Tokens.of(user), path);
    }

    public static Answer getAs(String token, String path) {
        return send(as(token, path).GET());
    }

    public static Answer delete(String user, String documentId) {
        return send(as(Tokens.of(user), "/v1/documents/" + documentId).DELETE());
    }

    public static Answer postAs(String token, String path, JsonObject body) {
        return send(as(token, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())));
    }

    /** Returns the {@code sub} claim of a demo user's token. */
    public static String subjectOf(String user) {
        String payload = Tokens.of(user).split("\\.", -1)[1];
        return new JsonObject(new String(Base64.getUrlDecoder().decode(payload), UTF_8)).getString("sub");
    }

    public static int port() {
        return URI.create(ConfigProvider.getConfig().getValue("test.url", String.class))
                .getPort();
    }

    private static HttpRequest.Builder as(String token, String path) {
        int port = path.startsWith("/internal/") ? InternalAddress.port() : port();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(3))
                .header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }
}
