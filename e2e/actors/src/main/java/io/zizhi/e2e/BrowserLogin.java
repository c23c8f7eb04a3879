package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Logs in at Keycloak as a browser does: authorization code flow with PKCE (RFC 7636) for the public client of a
 * console. One object is one browser with its cookies.
 */
final class BrowserLogin {

    /** The public client of a console in the realm. */
    static final String CLIENT = "zizhi-console";

    /** Keycloak of a production-like installation sends browsers back to this address, where nothing need listen. */
    static final String CONSOLE = "http://127.0.0.1:8080/session/callback";

    /** Redirects between the pages of a login. */
    private static final int MOST_REDIRECTS = 5;

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
    private static final int VERIFIER_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Ignores cookies, because {@code java.net.CookieHandler} quotes those of Keycloak. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final URI issuer;
    private final String redirectUri;

    BrowserLogin(URI issuer, String redirectUri) {
        this.issuer = issuer;
        this.redirectUri = redirectUri;
    }

    /**
     * What the browser shows after a request.
     *
     * @param status HTTP status
     * @param html the page; empty after a redirect
     * @param returned the parameters with which the browser was sent back to the console; empty if it was not
     */
    record Page(int status, String html, Map<String, String> returned) {

        /** Returns the code with which the browser came back. */
        String code() {
            String code = returned.get("code");
            if (code == null) {
                throw new AssertionError("No code, but status " + status + " " + returned);
            }
            return code;
        }
    }

    /** Returns a new secret of 43 characters. Its challenge opens the login; the secret itself redeems the code. */
    static String newVerifier() {
        byte[] bytes = new byte[VERIFIER_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns the parameters with which a console opens the login. */
    Map<String, String> request(String verifier) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", CLIENT);
        parameters.put("redirect_uri", redirectUri);
        parameters.put("scope", "openid");
        parameters.put("state", newVerifier());
        parameters.put("code_challenge", challenge(verifier));
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    /** Opens the login: shows the form, or returns at once if this browser is logged in. */
    Page open(Map<String, String> parameters) {
        return show(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/auth?" + encode(parameters))));
    }

    /** Fills in the form of the login page and sends it. */
    Page enter(Page login, String user, String password) {
        return enter(login, Map.of("username", user, "password", password));
    }

    /** Fills in the form of any page of a login and sends it. */
    Page enter(Page login, Map<String, String> values) {
        Matcher form = FORM.matcher(login.html());
        if (login.status() != 200 || !form.find()) {
            throw new AssertionError("Expected a login form, but got status " + login.status());
        }
        return show(posted(URI.create(form.group(1).replace("&amp;", "&")), values));
    }

    /** Logs in with user name and password; returns the tokens. */
    static JsonNode tokens(URI issuer, String user) {
        BrowserLogin browser = new BrowserLogin(issuer, CONSOLE);
        String verifier = newVerifier();
        Page back = browser.enter(browser.open(browser.request(verifier)), user, user);
        return browser.redeem(back.code(), verifier).expect(200);
    }

    /** Redeems a code. */
    Api.Answer redeem(String code, String verifier) {
        return token(Map.of(
                "grant_type", "authorization_code",
                "client_id", CLIENT,
                "redirect_uri", redirectUri,
                "code", code,
                "code_verifier", verifier));
    }

    Api.Answer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", refreshToken));
    }

    /** Sends a request to the token endpoint, without the cookies of the browser. */
    Api.Answer token(Map<String, String> form) {
        HttpResponse<byte[]> response = send(
                posted(URI.create(issuer + "/protocol/openid-connect/token"), form)
                        .build(),
                BodyHandlers.ofByteArray());
        try {
            return new Api.Answer(response.statusCode(), Api.JSON.readTree(response.body()), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Follows redirects between the pages of a login, until a page or the way back to the console. */
    private Page show(HttpRequest.Builder request) {
        HttpRequest.Builder next = request;
        for (int redirect = 0; redirect < MOST_REDIRECTS; redirect++) {
            HttpResponse<String> response = shown(next);
            String location = response.headers().firstValue("Location").orElse("");
            if (location.startsWith(redirectUri + "?")) {
                return new Page(response.statusCode(), "", parameters(location));
            }
            if (!location.startsWith(issuer + "/")) {
                return new Page(response.statusCode(), response.body(), Map.of());
            }
            next = HttpRequest.newBuilder(URI.create(location));
        }
        throw new AssertionError("The login redirects without end");
    }

    private HttpResponse<String> shown(HttpRequest.Builder request) {
        String sent = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        HttpResponse<String> response = send(request.build(), BodyHandlers.ofString());
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return response;
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException failure) {
            throw new UncheckedIOException("Keycloak does not answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    private static HttpRequest.Builder posted(URI uri, Map<String, String> form) {
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(form)));
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> parameters(String location) {
        return Arrays.stream(location.substring(location.indexOf('?') + 1).split("&", -1))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parameter -> parameter[0],
                        parameter -> URLDecoder.decode(parameter[1], StandardCharsets.UTF_8)));
    }
}
