package io.zizhi.local.audit;

import io.zizhi.local.layout.LocalFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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
        HttpRequest request = HttpRequest.newBuilder(service.resolve(pathAndQuery))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
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
