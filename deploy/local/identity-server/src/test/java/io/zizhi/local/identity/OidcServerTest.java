package io.zizhi.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the server as a client sees it. */
class OidcServerTest {

    private static final String VERIFIER = "a-verifier-of-enough-characters-0123456789-abc";
    private static final String CONSOLE = "response_type=code&client_id=console&state=s%201&nonce=n1"
            + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fback&code_challenge_method=S256&code_challenge="
            + AuthorizationCodes.challengeOf(VERIFIER);

    @TempDir
    static Path folder;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    // set before the first test
    @SuppressWarnings("NullAway.Init")
    private static OidcServer server;

    @BeforeAll
    static void start() throws Exception {
        Path registry = folder.resolve("registry.properties");
        Files.writeString(registry, """
                user.alice.password=secret of alice
                user.alice.roles=applicant
                user.alice.account=company-a
                user.rita.password=rita
                user.rita.roles=reviewer,supervisor
                client.caller.secret=s3cret
                client.callee.secret=other
                client.outsider.secret=third
                client.outsider.roles=signature-system
                client.outsider.carriers=ONE,TWO
                client.cli.grants=password
                client.console.grants=authorization_code
                """);
        SigningKey key = SigningKey.loadOrCreate(folder.resolve("key.json"));
        server = OidcServer.start(0, Registry.load(registry), key, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        server.close();
        HTTP.close();
    }

    @Test
    void discovery_lists_issuer_and_endpoints() throws Exception {
        Map<String, Object> document = json(get("/.well-known/openid-configuration"));
        assertThat(document)
                .containsEntry("issuer", server.issuer())
                .containsEntry("token_endpoint", server.issuer() + "/token")
                .containsEntry("jwks_uri", server.issuer() + "/jwks");
    }

    @Test
    void user_gets_signed_token_with_account_and_roles() throws Exception {
        JWTClaimsSet claims =
                verified(post("/token", "grant_type=password&client_id=cli&username=alice&password=secret+of+alice"));
        assertThat(claims.getIssuer()).isEqualTo(server.issuer());
        assertThat(claims.getSubject()).isEqualTo("alice");
        assertThat(claims.getAudience()).containsExactly("zizhi");
        assertThat(claims.getStringClaim("account")).isEqualTo("company-a");
        assertThat(claims.getStringClaim("preferred_username")).isEqualTo("alice");
        assertThat(claims.getStringListClaim("roles")).containsExactly("applicant");
        assertThat(lifetime(claims)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void staff_tokens_have_no_account() throws Exception {
        JWTClaimsSet claims = verified(post("/token", "grant_type=password&client_id=cli&username=rita&password=rita"));
        assertThat(claims.getClaim("account")).isNull();
        assertThat(claims.getStringListClaim("roles")).containsExactly("reviewer", "supervisor");
    }

    @Test
    void token_states_time_and_strength_of_the_login() throws Exception {
        JWTClaimsSet claims = verified(post("/token", "grant_type=password&client_id=cli&username=rita&password=rita"));
        assertThat(claims.getIssueTime().toInstant().getEpochSecond() - claims.getLongClaim("auth_time"))
                .as("seconds from the login to the token")
                .isBetween(0L, 60L);
        assertThat(claims.getStringClaim("acr")).isEqualTo("password");
        JWTClaimsSet strong =
                verified(post("/token", "grant_type=password&client_id=cli&username=rita&password=rita&otp=rita"));
        assertThat(strong.getStringClaim("acr")).isEqualTo("mfa");
    }

    @Test
    void login_asks_for_the_second_factor_that_the_client_wants() throws Exception {
        String wanted = CONSOLE + "&acr_values=mfa+password";
        assertThat(get("/authorize?" + wanted).body()).contains("name=\"otp\"");
        assertThat(get("/authorize?" + CONSOLE).body()).doesNotContain("name=\"otp\"");
        assertThat(post("/authorize", wanted + "&username=rita&password=rita").statusCode())
                .isEqualTo(401);
        assertThat(post("/authorize", wanted + "&username=rita&password=rita&otp=alice")
                        .statusCode())
                .isEqualTo(401);

        HttpResponse<String> login = post("/authorize", wanted + "&username=rita&password=rita&otp=rita");
        String code = login.headers().firstValue("Location").orElseThrow().replaceAll(".*code=([^&]*).*", "$1");
        JWTClaimsSet claims = verified(post("/token", redeem(code, VERIFIER)));
        assertThat(claims.getStringClaim("acr")).isEqualTo("mfa");
        assertThat(claims.getClaim("auth_time")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=password&client_id=cli&username=rita&password=rita&otp=wrong, 401, invalid_grant",
        "grant_type=password&client_id=cli&username=alice&password=wrong, 401, invalid_grant",
        "grant_type=password&client_id=cli&username=nobody&password=nobody, 401, invalid_grant",
        "grant_type=password&client_id=cli&username=alice, 400, invalid_request",
        "grant_type=password&username=alice&password=secret+of+alice, 401, invalid_client",
        "grant_type=password&client_id=caller&client_secret=s3cret&username=rita&password=rita, 400, unauthorized_client",
        "grant_type=client_credentials&client_id=caller&client_secret=wrong, 401, invalid_client",
        "grant_type=client_credentials&client_id=caller, 401, invalid_client",
        "grant_type=client_credentials&client_id=cli, 400, unauthorized_client",
        "grant_type=client_credentials&client_id=caller&client_secret=s3cret&scope=nobody, 400, invalid_scope",
        "grant_type=client_credentials&client_id=caller&client_secret=s3cret&scope=callee+cli, 400, invalid_scope",
        "client_id=caller&client_secret=s3cret, 400, invalid_request",
        "client_id=caller&client_id=cli, 400, invalid_request",
        "client_id=%zz, 400, invalid_request"
    })
    void rejects_invalid_token_request(String form, int status, String error) throws Exception {
        HttpResponse<String> response = post("/token", form);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response)).containsEntry("error", error).doesNotContainKey("access_token");
    }

    @Test
    void service_gets_short_token_for_requested_service() throws Exception {
        JWTClaimsSet claims = verified(
                post("/token", "grant_type=client_credentials&client_id=caller&client_secret=s3cret&scope=callee"));
        assertThat(claims.getSubject()).isEqualTo("caller");
        assertThat(claims.getAudience()).containsExactly("callee");
        assertThat(claims.getStringListClaim("roles")).containsExactly("service");
        assertThat(lifetime(claims)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void service_token_without_scope_is_for_no_service() throws Exception {
        JWTClaimsSet claims =
                verified(post("/token", "grant_type=client_credentials&client_id=caller&client_secret=s3cret"));
        assertThat(claims.getAudience()).isEmpty();
    }

    /** Like Keycloak. The services refuse such a token. */
    @Test
    void two_scopes_are_two_audiences() throws Exception {
        JWTClaimsSet claims = verified(post(
                "/token", "grant_type=client_credentials&client_id=caller&client_secret=s3cret&scope=callee+outsider"));
        assertThat(claims.getAudience()).containsExactly("callee", "outsider");
    }

    @Test
    void external_client_gets_only_its_own_role() throws Exception {
        JWTClaimsSet claims = verified(
                post("/token", "grant_type=client_credentials&client_id=outsider&client_secret=third&scope=callee"));
        assertThat(claims.getStringListClaim("roles")).containsExactly("signature-system");
        assertThat(claims.getStringListClaim("carriers")).containsExactly("ONE", "TWO");
    }

    @Test
    void accepts_client_secret_by_http_basic() throws Exception {
        HttpRequest request = form("/token", "grant_type=client_credentials")
                .header("Authorization", "Basic " + base64("caller:s3cret"))
                .build();
        assertThat(verified(send(request)).getSubject()).isEqualTo("caller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Basic !", "Basic Y2FsbGVy", "Basic Y2FsbGVyOndyb25n"})
    void rejects_invalid_client_authorization(String authorization) throws Exception {
        HttpResponse<String> response = send(form("/token", "grant_type=client_credentials")
                .header("Authorization", authorization)
                .build());
        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void login_redirects_with_single_use_code() throws Exception {
        assertThat(get("/authorize?" + CONSOLE).body()).contains("name=\"state\" value=\"s 1\"");
        HttpResponse<String> login = post("/authorize", CONSOLE + "&username=alice&password=secret+of+alice");
        assertThat(login.statusCode()).isEqualTo(302);
        String location = login.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("http://127.0.0.1:8080/back?code=").endsWith("&state=s+1");

        String code = location.replaceAll(".*code=([^&]*).*", "$1");
        HttpResponse<String> tokens = post("/token", redeem(code, VERIFIER));
        assertThat(verified(tokens).getStringClaim("account")).isEqualTo("company-a");
        JWTClaimsSet identity =
                SignedJWT.parse((String) json(tokens).get("id_token")).getJWTClaimsSet();
        assertThat(identity.getAudience()).containsExactly("console");
        assertThat(identity.getStringClaim("nonce")).isEqualTo("n1");
        assertThat(post("/token", redeem(code, VERIFIER)).statusCode()).isEqualTo(401);
    }

    @Test
    void rejects_code_without_verifier() throws Exception {
        HttpResponse<String> login = post("/authorize", CONSOLE + "&username=rita&password=rita");
        String code = login.headers().firstValue("Location").orElseThrow().replaceAll(".*code=([^&]*).*", "$1");
        assertThat(post("/token", redeem(code, "another-verifier")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void shows_login_page_again_after_failure() throws Exception {
        HttpResponse<String> response = post("/authorize", CONSOLE + "&username=alice&password=wrong");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("Wrong user name or password").doesNotContain("\"wrong\"");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1%3A8080, example.org",
        "client_id=console, client_id=caller",
        "response_type=code, response_type=token",
        "S256, plain"
    })
    void rejects_invalid_login_request(String part, String instead) throws Exception {
        assertThat(get("/authorize?" + CONSOLE.replace(part, instead)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void escapes_request_parameters_on_login_page() throws Exception {
        String page =
                get("/authorize?" + CONSOLE.replace("n1", "%22%3E%3Cscript%3E")).body();
        assertThat(page).doesNotContain("<script>").contains("&quot;&gt;&lt;script&gt;");
    }

    @Test
    void tokens_survive_restart_and_key_is_private() throws Exception {
        Path file = folder.resolve("kept.json");
        String first = SigningKey.loadOrCreate(file).publicKeys();
        assertThat(SigningKey.loadOrCreate(file).publicKeys()).isEqualTo(first).doesNotContain("\"d\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static String redeem(String code, String verifier) {
        return "grant_type=authorization_code&client_id=console&code=" + code
                + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fback&code_verifier=" + verifier;
    }

    private static Duration lifetime(JWTClaimsSet claims) {
        return Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
    }

    private static JWTClaimsSet verified(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        SignedJWT token = SignedJWT.parse((String) json(response).get("access_token"));
        JWKSet keys = JWKSet.parse(get("/jwks").body());
        JWSVerifier verifier = new RSASSAVerifier(
                keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey());
        assertThat(token.verify(verifier)).isTrue();
        return token.getJWTClaimsSet();
    }

    private static Map<String, Object> json(HttpResponse<String> response) throws Exception {
        return JSONObjectUtils.parse(response.body());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.issuer() + path)).build());
    }

    private static HttpResponse<String> post(String path, String form) throws Exception {
        return send(form(path, form).build());
    }

    private static HttpRequest.Builder form(String path, String form) {
        return HttpRequest.newBuilder(URI.create(server.issuer() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
