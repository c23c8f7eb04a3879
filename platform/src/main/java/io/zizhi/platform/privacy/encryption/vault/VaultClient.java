package io.zizhi.platform.privacy.encryption.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.blocking.CallersContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Calls Vault's HTTP API. A request has a time-out and is not repeated here: the callers run in loops that wait longer
 * after each failure.
 */
final class VaultClient {

    private static final int LONGEST_ERROR = 300;

    private final VaultConfig config;
    private final String address;
    private final ObjectMapper json;
    private final HttpClient http;
    private volatile @Nullable String signedIn;

    VaultClient(VaultConfig config, URI address, ObjectMapper json) {
        this.config = config;
        this.address = address.toString().replaceFirst("/+$", "");
        this.json = json;
        this.http = HttpClient.newBuilder()
                .connectTimeout(config.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Reads {@code path} below {@code /v1/}, and returns the member {@code data} of the answer. */
    Uni<JsonNode> get(String path) {
        return request(path, null);
    }

    /**
     * Posts {@code body} to {@code path} below {@code /v1/}, and returns the member {@code data} of the answer, which
     * requests that change something may lack.
     */
    Uni<JsonNode> post(String path, ObjectNode body) {
        return request(path, body);
    }

    private Uni<JsonNode> request(String path, @Nullable ObjectNode body) {
        return token().chain(token -> send(path, body, token))
                .onFailure(this::mayHaveExpired)
                .recoverWithUni(() -> signIn().chain(token -> send(path, body, token)))
                .map(answer -> answer.path("data"));
    }

    private Uni<String> token() {
        if (config.tokenFile().isPresent()) {
            return Uni.createFrom().item(read(config.tokenFile().get()));
        }
        String known = signedIn;
        return known == null ? signIn() : Uni.createFrom().item(known);
    }

    private boolean mayHaveExpired(Throwable failure) {
        return config.tokenFile().isEmpty()
                && failure instanceof VaultFailure answer
                && answer.kind() == VaultFailure.Kind.DENIED;
    }

    /** Signs in with the service account of the pod. */
    private Uni<String> signIn() {
        ObjectNode login = json.createObjectNode()
                .put("role", config.kubernetesRole().orElseThrow())
                .put("jwt", read(config.serviceAccountToken()));
        return send("auth/" + config.kubernetesMount() + "/login", login, null)
                .map(answer -> answer.path("auth").path("client_token").asText())
                .invoke(token -> signedIn = token);
    }

    private Uni<JsonNode> send(String path, @Nullable ObjectNode body, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/v1/" + path))
                .timeout(config.timeout())
                .header("Content-Type", "application/json")
                .header("X-Vault-Request", "true")
                .method(
                        body == null ? "GET" : "POST",
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()));
        config.namespace().ifPresent(namespace -> request.header("X-Vault-Namespace", namespace));
        if (token != null) {
            request.header("X-Vault-Token", token);
        }
        return Uni.createFrom()
                .deferred(() -> CallersContext.resume(Uni.createFrom()
                        .completionStage(() -> http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()))))
                .map(answer -> read(path, answer));
    }

    private JsonNode read(String path, HttpResponse<String> answer) {
        if (answer.statusCode() == 204) {
            return json.createObjectNode();
        }
        if (answer.statusCode() != 200) {
            throw VaultFailure.of(answer.statusCode(), path, errors(answer.body()));
        }
        try {
            return json.readTree(answer.body());
        } catch (IOException unreadable) {
            throw new VaultFailure(VaultFailure.Kind.UNEXPECTED, "Vault's answer to " + path + " is not JSON.");
        }
    }

    private String errors(String body) {
        try {
            return shortened(json.readTree(body).path("errors").toString());
        } catch (IOException noJson) {
            return shortened(body);
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("The token for Vault cannot be read from " + file, failure);
        }
    }
}
