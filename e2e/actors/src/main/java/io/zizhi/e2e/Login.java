package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Requests tokens of demo users from the OIDC server; a demo user's password is the user name. At Keycloak, users log in
 * with a browser: tokens for a password alone do not state when the person signed in, so the services refuse to show
 * personal data for them.
 */
public final class Login {

    private static final String CLIENT_ID = "zizhi-cli";

    private Login() {}

    public static Api as(String user, Addresses addresses) {
        return new Api(token(user, addresses));
    }

    /** Returns a bearer token of the user, valid for an hour, or for five minutes at Keycloak. */
    public static String token(String user, Addresses addresses) {
        return addresses.issuer().getPath().startsWith("/realms/")
                ? BrowserLogin.tokens(addresses.issuer(), user)
                        .path("access_token")
                        .asText()
                : passwordToken(user, addresses);
    }

    /** Returns a token for user name and password alone, without a login page. */
    static String passwordToken(String user, Addresses addresses) {
        return requested(
                "grant_type=password&client_id=" + CLIENT_ID + "&username=" + user + "&password=" + user, addresses);
    }

    /** Calls one service as a system outside the suite, whose secret is its name. */
    public static Api asSystem(String system, String service, Addresses addresses) {
        return new Api(requested(
                "grant_type=client_credentials&client_id=" + system + "&client_secret=" + system + "&scope=" + service,
                addresses));
    }

    private static String requested(String form, Addresses addresses) {
        URI discovery = URI.create(addresses.issuer() + "/.well-known/openid-configuration");
        String tokenEndpoint = call(HttpRequest.newBuilder(discovery).build())
                .path("token_endpoint")
                .asText();
        JsonNode answer = call(HttpRequest.newBuilder(URI.create(tokenEndpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        return answer.path("access_token").asText();
    }

    private static JsonNode call(HttpRequest request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("The OIDC server answered " + response.statusCode());
            }
            return Api.JSON.readTree(response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException("The OIDC server does not answer. Is the suite up (./zizhi up)?", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }
}
