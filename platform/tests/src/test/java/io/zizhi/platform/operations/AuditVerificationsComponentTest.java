package io.zizhi.platform.operations;

import static io.restassured.RestAssured.given;
import static io.zizhi.platform.operations.OperatorApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.operations.audit.anchor.AnchorHeads;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class AuditVerificationsComponentTest {

    private static final String PATH = "/v1/audit-verifications";

    /** Anchors, rows that are older than the chains, rows and heads. */
    private static final int PHASES = 4;

    @Inject
    AnchorHeads anchorHeads;

    @Test
    void auditors_verify_page_by_page_and_are_recorded_once_per_phase() {
        long recorded = recorded();
        int pages = 0;
        @Nullable String cursor = null;
        do {
            Map<String, @Nullable String> request = new HashMap<>();
            request.put("cursor", cursor);
            cursor = as("auditor")
                    .body(request)
                    .post(PATH)
                    .then()
                    .statusCode(200)
                    .body("anchored", equalTo(true))
                    .extract()
                    .path("nextCursor");
            pages++;
        } while (cursor != null);

        assertThat(pages).isGreaterThan(3);
        assertThat(recorded()).isEqualTo(recorded + PHASES);
    }

    /** A cursor could otherwise begin where no page was recorded. */
    @Test
    void records_a_verification_that_begins_with_a_later_phase() {
        String secondPhase = as("auditor").body("{}").post(PATH).path("nextCursor");
        while (isOfAnchors(secondPhase)) {
            secondPhase =
                    as("auditor").body(Map.of("cursor", secondPhase)).post(PATH).path("nextCursor");
        }
        long recorded = recorded();

        as("auditor").body(Map.of("cursor", secondPhase)).post(PATH).then().statusCode(200);

        assertThat(recorded()).isEqualTo(recorded + 1);
    }

    private static boolean isOfAnchors(String cursor) {
        return progress(cursor).contains("\"ANCHORS\"");
    }

    private static String progress(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor.split("\\.", -1)[0]), StandardCharsets.UTF_8);
    }

    private static String withoutHash(String progress) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(progress.getBytes(StandardCharsets.UTF_8));
    }

    /** The first page of anchors is followed by another one, unless there is no anchor. */
    @Test
    void records_a_page_in_the_middle_of_a_phase_unless_the_caller_got_its_cursor() {
        Reactive.run(anchorHeads::write);
        String cursor = as("auditor").body("{}").post(PATH).path("nextCursor");
        assertThat(isOfAnchors(cursor)).isTrue();
        assertThat(progress(cursor)).doesNotContain("\"store\":\"0\"");
        long recorded = recorded();

        as("auditor").body(Map.of("cursor", cursor)).post(PATH).then().statusCode(200);
        assertThat(recorded()).isEqualTo(recorded);

        String changed = progress(cursor).replace("\"seen\":0", "\"seen\":1");
        String issued = cursor.substring(cursor.indexOf('.'));
        for (String other :
                List.of(withoutHash(changed), withoutHash(changed) + issued, withoutHash(progress(cursor)))) {
            as("auditor").body(Map.of("cursor", other)).post(PATH).then().statusCode(200);
        }
        assertThat(recorded()).isEqualTo(recorded + 3);

        String other = Tokens.signed(claims -> {
            claims.setSubject("another-auditor");
            claims.setStringListClaim("roles", List.of(Roles.AUDITOR));
        });
        given().auth()
                .oauth2(other)
                .contentType(ContentType.JSON)
                .body(Map.of("cursor", cursor))
                .post(PATH)
                .then()
                .statusCode(200);
        assertThat(OperatorApi.count("select count(*) from audit_entry where action = 'audit.verified'"
                        + " and actor = 'another-auditor'"))
                .isPositive();
    }

    /** A verification that goes on much later is recorded again. */
    @Test
    void records_a_page_whose_cursor_is_older_than_an_hour() {
        Reactive.run(anchorHeads::write);
        String cursor = as("auditor").body("{}").post(PATH).path("nextCursor");
        long recorded = recorded();
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61)), Clock.class);

        as("auditor").body(Map.of("cursor", cursor)).post(PATH).then().statusCode(200);

        assertThat(recorded()).isEqualTo(recorded + 1);
    }

    @Test
    void refuses_auditors_who_act_for_an_account() {
        long recorded = recorded();
        String token = Tokens.signed(claims -> {
            claims.setSubject("conflicted-auditor");
            claims.setStringListClaim("roles", List.of(Roles.AUDITOR));
            claims.setStringClaim("account", "company-a");
        });
        String cursor = as("auditor").body("{}").post(PATH).path("nextCursor");
        for (String body : List.of("{}", "{\"cursor\":\"" + cursor + "\"}")) {
            given().auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post(PATH)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("AUDITOR_CONFLICTED"));
        }
        assertThat(recorded()).isEqualTo(recorded + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "{\"phase\":\"ROWS\"}", "{\"phase\":\"NONE\"}", "no JSON"})
    void refuses_a_foreign_cursor(String content) {
        String cursor =
                Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8));

        as("auditor")
                .body(Map.of("cursor", cursor))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("CURSOR_INVALID"));
    }

    private static long recorded() {
        return OperatorApi.count("select count(*) from audit_entry where action = 'audit.verified'");
    }
}
