package io.zizhi.local.audit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.zizhi.local.layout.LocalFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The services to ask, with an auditor's token. */
public final class AuditServices {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    private final List<URI> addresses;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param addresses one of each service, without a path */
    public AuditServices(List<URI> addresses, String token) {
        this.addresses = List.copyOf(addresses);
        this.token = token;
    }

    List<URI> addresses() {
        return addresses;
    }

    /** Opens the answer to a request; fails with its problem unless the status is 200. */
    BufferedReader get(URI service, String pathAndQuery) {
        return ask(service, request(service, pathAndQuery));
    }

    /** Returns the answer to a request with a JSON body; fails with its problem unless the status is 200. */
    JsonObject post(URI service, String path, String json) {
        HttpRequest.Builder request = request(service, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        try (BufferedReader answer = ask(service, request)) {
            return JsonParser.parseReader(answer).getAsJsonObject();
        } catch (IOException e) {
            throw new LocalFailure(service + " does not answer.", e);
        }
    }

    private HttpRequest.Builder request(URI service, String pathAndQuery) {
        return HttpRequest.newBuilder(service.resolve(pathAndQuery))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }

    private BufferedReader ask(URI service, HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                try (InputStream problem = response.body()) {
                    throw new LocalFailure(service + " answered " + response.statusCode() + ": "
                            + new String(problem.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new LocalFailure(service + " does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while waiting for " + service, e);
        }
    }
}
