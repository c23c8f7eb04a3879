package io.zizhi.local.suite;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.server.IdentityServer;
import io.zizhi.local.state.Certificates;
import io.zizhi.local.state.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Requests tokens from the local OIDC server, as users and services do. */
public final class IdentityClient {

    /**
     * The client id of a system that issues SMS signatures. It is outside the suite and calls qualification-service.
     */
    public static final String SIGNATURE_SYSTEM = IdentityServer.SIGNATURE_SYSTEM;

    /** The client id of a system that files signatures with carriers. It is outside the suite, too. */
    public static final String CARRIER_FILING_SYSTEM = IdentityServer.CARRIER_FILING_SYSTEM;

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final String issuer;
    private final Secrets secrets;
    private final String tokens;
    private final HttpClient http;

    /** @param folder the installation */
    public IdentityClient(Path folder, String issuer, Secrets secrets) {
        this.issuer = issuer;
        this.secrets = secrets;
        this.tokens = issuer + IdentityServer.tokenPath(folder);
        HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        Certificates.of(folder).ifPresent(certificates -> client.sslContext(certificates.trust()));
        this.http = client.build();
    }

    public String issuer() {
        return issuer;
    }

    /** Returns a bearer token of the demo user {@code name}, whose password is the name; valid for one hour. */
    public String userToken(String name) {
        return token(Map.of(
                "grant_type", "password", "client_id", IdentityServer.CLI_CLIENT, "username", name, "password", name));
    }

    /** Returns a bearer token with which {@code service} may call {@code audience}; valid for five minutes. */
    public String serviceToken(String service, String audience) {
        return token(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                service,
                "client_secret",
                clientSecret(service),
                "scope",
                audience));
    }

    /** Returns the secret with which {@code client} requests tokens. */
    public String clientSecret(String client) {
        return IdentityServer.OUTSIDE_CLIENTS.contains(client) ? client : secrets.get(IdentityServer.secretOf(client));
    }

    private String token(Map<String, String> parameters) {
        String form = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(tokens))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            Matcher token = ACCESS_TOKEN.matcher(response.body());
            if (response.statusCode() != 200 || !token.find()) {
                throw new LocalFailure("No token from " + issuer + ": " + response.body());
            }
            return token.group(1);
        } catch (IOException e) {
            throw new LocalFailure("The OIDC server does not answer at " + issuer + ". Is the suite up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while waiting for a token", e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
