package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Personal data needs a recent sign-in, and Keycloak gives one that is recent and strong enough when asked (RFC 9470).
 */
final class StepUpStory {

    private static final String USER = "reviewer-b";

    /** No document has this id: a call that passes the check of the sign-in gets 404. */
    private static final String NO_DOCUMENT = "/v1/documents/" + "0".repeat(32) + "/pages/1?reason=REVIEW";

    private static final Pattern SECRET = Pattern.compile("name=\"totpSecret\"\\s+value=\"([^\"]+)\"");

    /** RFC 6238: seconds per code, and digits of a code. */
    private static final int STEP = 30;

    private static final int DIGITS = 6;

    private static final int MOST_PAGES = 3;

    private final Addresses addresses;
    private final PrintStream out;

    StepUpStory(Addresses addresses, PrintStream out) {
        this.addresses = addresses;
        this.out = out;
    }

    void run() {
        Api.Answer refused = open(Login.passwordToken(USER, addresses));
        String code = refused.expect(401).path("code").asText();
        require(code.equals("INSUFFICIENT_USER_AUTHENTICATION"), "the code of RFC 9470, but got " + code);
        step("a token that does not state when the person signed in: no personal data");

        BrowserLogin browser = new BrowserLogin(addresses.issuer(), BrowserLogin.CONSOLE);
        JsonNode first = logIn(browser, Map.of());
        require(claim(first, "acr").asText().equals("password"), "acr password");
        open(first.path("access_token").asText()).expect(404);
        step("a login with a password: recent enough, acr password");

        // the same browser: without prompt, Keycloak would not ask again
        JsonNode again = logIn(browser, Map.of("prompt", "login"));
        require(
                claim(again, "auth_time").asLong() >= claim(first, "auth_time").asLong(),
                "a time of the login that is not before that of the first");
        step("a login that the client demands again: Keycloak asks for the password again");

        JsonNode strong = logIn(browser, Map.of("acr_values", "mfa"));
        require(claim(strong, "acr").asText().equals("mfa"), "acr mfa");
        open(strong.path("access_token").asText()).expect(404);
        step("a login with acr_values=mfa: Keycloak sets up a second factor, acr mfa");
    }

    private Api.Answer open(String token) {
        return new Api(token).get(URI.create(addresses.document() + NO_DOCUMENT));
    }

    /** Logs in, filling in whichever pages Keycloak shows; returns the tokens. */
    private static JsonNode logIn(BrowserLogin browser, Map<String, String> wishes) {
        String verifier = BrowserLogin.newVerifier();
        Map<String, String> request = new LinkedHashMap<>(browser.request(verifier));
        request.putAll(wishes);
        BrowserLogin.Page page = browser.open(request);
        for (int shown = 0; page.returned().isEmpty() && shown < MOST_PAGES; shown++) {
            Matcher secret = SECRET.matcher(page.html());
            page = browser.enter(
                    page,
                    secret.find()
                            ? Map.of("totp", code(secret.group(1)), "totpSecret", secret.group(1), "userLabel", "demo")
                            : Map.of("username", USER, "password", USER));
        }
        return browser.redeem(page.code(), verifier).expect(200);
    }

    /** Returns the code of now (RFC 6238). */
    private static String code(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(Instant.now().getEpochSecond() / STEP)
                    .array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % (int) Math.pow(10, DIGITS));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode claim(JsonNode tokens, String name) {
        try {
            String body = tokens.path("access_token").asText().split("\\.", -1)[1];
            return Api.JSON.readTree(Base64.getUrlDecoder().decode(body)).path(name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void require(boolean holds, String expected) {
        if (!holds) {
            throw new AssertionError("Expected " + expected);
        }
    }

    private void step(String text) {
        out.println("   " + text);
    }
}
