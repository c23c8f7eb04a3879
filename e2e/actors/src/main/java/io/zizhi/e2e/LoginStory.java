package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** People log in at Keycloak in a browser, and what an attacker could try is refused. */
final class LoginStory {

    private final Addresses addresses;
    private final PrintStream out;

    LoginStory(Addresses addresses, PrintStream out) {
        this.addresses = addresses;
        this.out = out;
    }

    void run() {
        out.println();
        out.println("== Logins in a browser: authorization code with PKCE");
        URI account = URI.create(addresses.qualification() + "/v1/account");
        logIn("applicant-a", account, 200, account);
        // an endpoint of applicants knows the role
        logIn("reviewer-a", account, 403, URI.create(addresses.review() + "/v1/reviews"));
        refuseWrongRequests();
        refuseWrongCodes();
        new StepUpStory(addresses, out).run();
    }

    /** @param status of {@code first}; {@code second} answers 200 to the refreshed token */
    private void logIn(String user, URI first, int status, URI second) {
        BrowserLogin browser = new BrowserLogin(addresses.issuer(), BrowserLogin.CONSOLE);
        String verifier = BrowserLogin.newVerifier();
        Map<String, String> request = browser.request(verifier);
        BrowserLogin.Page back = browser.enter(browser.open(request), user, user);
        expect(Objects.requireNonNull(request.get("state")), back.returned().get("state"));
        JsonNode tokens = browser.redeem(back.code(), verifier).expect(200);
        new Api(tokens.path("access_token").asText()).get(first).expect(status);
        String refreshToken = tokens.path("refresh_token").asText();
        JsonNode refreshed = browser.refresh(refreshToken).expect(200);
        new Api(refreshed.path("access_token").asText()).get(second).expect(200);
        refused(browser.refresh(refreshToken));
        step(user + " logged in, called " + second.getPath() + " and refreshed the token, once");
    }

    private void refuseWrongRequests() {
        BrowserLogin browser = new BrowserLogin(addresses.issuer(), BrowserLogin.CONSOLE);
        Map<String, String> request = browser.request(BrowserLogin.newVerifier());
        for (String elsewhere : List.of(
                "https://attacker.example/session/callback",
                "http://127.0.0.1:8080.attacker.example/session/callback",
                "http://127.0.0.1:8080/another/page",
                BrowserLogin.CONSOLE + "/../../another/page")) {
            Map<String, String> wrong = new LinkedHashMap<>(request);
            wrong.put("redirect_uri", elsewhere);
            expect(400, browser.open(wrong).status());
        }
        step("another redirect URI: refused with an error page");

        Map<String, String> withoutProof = new LinkedHashMap<>(request);
        withoutProof.keySet().removeIf(name -> name.startsWith("code_challenge"));
        expect("invalid_request", browser.open(withoutProof).returned().get("error"));
        Map<String, String> plain = new LinkedHashMap<>(request);
        plain.put("code_challenge_method", "plain");
        expect("invalid_request", browser.open(plain).returned().get("error"));
        step("a login without PKCE, or with the method plain: refused");

        BrowserLogin.Page again = browser.enter(browser.open(request), "applicant-a", "wrong");
        expect(200, again.status());
        expect(Map.of(), again.returned());
        step("a wrong password: the form again, and no code");

        Map<String, String> password = Map.of(
                "grant_type",
                "password",
                "client_id",
                BrowserLogin.CLIENT,
                "username",
                "reviewer-a",
                "password",
                "reviewer-a");
        expect(
                "unauthorized_client",
                browser.token(password).expect(400, 401).path("error").asText());
        step("a user name and password sent to the token endpoint: refused");
    }

    private void refuseWrongCodes() {
        BrowserLogin browser = new BrowserLogin(addresses.issuer(), BrowserLogin.CONSOLE);
        String verifier = BrowserLogin.newVerifier();
        String code = browser.enter(browser.open(browser.request(verifier)), "applicant-a", "applicant-a")
                .code();
        refused(browser.redeem(code, BrowserLogin.newVerifier()));
        step("a code with another verifier: refused");

        // this browser is logged in: it needs no form
        String fresh = browser.open(browser.request(verifier)).code();
        refused(new BrowserLogin(addresses.issuer(), BrowserLogin.CONSOLE + "/other").redeem(fresh, verifier));
        step("a code with another redirect URI than that of its login: refused");

        String used = browser.open(browser.request(verifier)).code();
        browser.redeem(used, verifier).expect(200);
        refused(browser.redeem(used, verifier));
        step("a code that was used before: refused");
    }

    private static void refused(Api.Answer answer) {
        expect("invalid_grant", answer.expect(400).path("error").asText());
    }

    private static void expect(Object expected, @Nullable Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("Expected " + expected + " but saw " + actual);
        }
    }

    private void step(String text) {
        out.println("   " + text);
    }
}
