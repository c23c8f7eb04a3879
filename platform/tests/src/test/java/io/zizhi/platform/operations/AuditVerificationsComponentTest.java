package io.zizhi.platform.operations;

import static io.zizhi.platform.operations.OperatorApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.LocalInfrastructure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class AuditVerificationsComponentTest {

    private static final String PATH = "/v1/audit-verifications";

    @Test
    void auditors_verify_page_by_page_and_are_recorded_once() {
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
        assertThat(recorded()).isEqualTo(recorded + 1);
    }

    @Test
    void only_auditors_verify() {
        as("operator").body("{}").post(PATH).then().statusCode(403);
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
