package io.zizhi.review.casefile.unmasking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Tokens;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class UnmaskingComponentTest {

    private static final String POINTER = "/legalRepresentative/idNumber";
    private static final String WANTED = "{\"pointers\":[\"" + POINTER + "\"],\"reason\":\"与执照核对\"}";

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    void start() {
        breakers.resetAll();
        Api.update("delete from unmasking_allowance");
        Api.update("delete from staff_view");
        Api.update("delete from viewing_allowance");
    }

    @Test
    void shows_the_field_to_the_holder_and_records_the_view() {
        long workOrder = claimed("reviewer-a");

        unmask("reviewer-a", workOrder, WANTED)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("workOrder", equalTo((int) workOrder))
                .body("values.pointer", contains(POINTER))
                .body("values.value", contains(QualificationStub.CANARY));

        String holder = Api.review("reviewer-a", workOrder).path("reviewerId");
        assertThat(Api.texts("select actor || '|' || role || '|' || account_id || '|' || reason || '|'"
                        + " || array_to_string(fields, ' ') from audit_entry where action = 'review.unmasked'"
                        + " and object_id = '" + workOrder + "'"))
                .containsExactly(holder + "|reviewer|company-a|与执照核对|" + POINTER);
    }

    @Test
    void leaves_the_value_in_no_table_event_or_log() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler listener = listener(lines);
        Logger.getLogger("").addHandler(listener);
        try {
            long workOrder = claimed("reviewer-a");
            unmask("reviewer-a", workOrder, WANTED).statusCode(200);
            unmask("reviewer-b", workOrder, WANTED).statusCode(409);
            Api.as("reviewer-a").post("/v1/reviews/{workOrder}/release", workOrder);
            Logger.getLogger("test").info("heard");
            assertThat(lines).contains("heard[]").noneMatch(line -> line.contains(QualificationStub.CANARY));
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
        assertThat(tablesWith("与执照核对")).as("what is looked for would be found").containsExactly("audit_entry");
        assertThat(tablesWith(QualificationStub.CANARY)).isEmpty();
        assertThat(EventBus.records(Topics.REVIEW))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(new String(event.value(), StandardCharsets.UTF_8))
                        .doesNotContain(QualificationStub.CANARY));
    }

    @Test
    void shows_and_counts_nothing_without_a_live_claim() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        unmask("reviewer-a", workOrder, WANTED).statusCode(409).body("code", equalTo("LEASE_REQUIRED"));
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        unmask("reviewer-b", workOrder, WANTED).statusCode(409).body("code", equalTo("LEASE_REQUIRED"));
        Api.update("update review set lease_ends_at = now() - interval '1 second' where work_order = " + workOrder);
        unmask("reviewer-a", workOrder, WANTED).statusCode(409).body("code", equalTo("LEASE_EXPIRED"));
        unmask("reviewer-a", 9, WANTED).statusCode(404).body("code", equalTo("REVIEW_NOT_FOUND"));

        assertThat(unmasked(workOrder)).isZero();
        assertThat(Api.count("select count(*) from unmasking_allowance")).isZero();
    }

    @Test
    void unmasks_nothing_of_a_decided_review() {
        long workOrder = claimed("reviewer-a");
        Api.decide("reviewer-a", workOrder, "{\"outcome\":\"APPROVED\"}").then().statusCode(200);

        unmask("reviewer-a", workOrder, WANTED).statusCode(409).body("code", equalTo("REVIEW_DECIDED"));
        assertThat(unmasked(workOrder)).isZero();
    }

    @Test
    void says_when_to_continue_after_the_limit() {
        long workOrder = claimed("reviewer-a");
        unmask("reviewer-a", workOrder, WANTED).statusCode(200);
        Api.update("update unmasking_allowance set used = 59");
        unmask("reviewer-a", workOrder, WANTED).statusCode(200);

        String seconds = unmask("reviewer-a", workOrder, WANTED)
                .statusCode(429)
                .body("code", equalTo("UNMASKING_LIMITED"))
                .extract()
                .header("Retry-After");
        assertThat(Integer.parseInt(seconds)).isBetween(3_500, 3_600);
        assertThat(unmasked(workOrder)).isEqualTo(2);

        long other = claimed("reviewer-b");
        unmask("reviewer-b", other, WANTED).statusCode(200);
        Api.update("update unmasking_allowance set began_at = now() - interval '61 minutes'");
        unmask("reviewer-a", workOrder, WANTED).statusCode(200);
        assertThat(Api.count("select cast(used as bigint) from unmasking_allowance where used = 1 and began_at >"
                        + " now() - interval '1 minute'"))
                .isEqualTo(1);
    }

    @Test
    void passes_on_the_daily_limit_of_qualification_service() {
        long workOrder = Api.opened(Submitted.withAnswer(QualificationStub.LIMITED));
        Api.claim("reviewer-a", workOrder).then().statusCode(200);

        unmask("reviewer-a", workOrder, WANTED).statusCode(429).body("code", equalTo("UNMASKING_LIMITED"));
    }

    @Test
    void keeps_a_failed_attempt_in_the_trail() {
        long workOrder = Api.opened(Submitted.withAnswer(QualificationStub.DOWN));
        Api.claim("reviewer-a", workOrder).then().statusCode(200);

        unmask("reviewer-a", workOrder, WANTED)
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .body("code", equalTo("QUALIFICATION_SERVICE_UNAVAILABLE"));
        assertThat(unmasked(workOrder)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"pointers\":[],\"reason\":\"x\"}",
                "{\"pointers\":[\"/company/name\"],\"reason\":\"x\"}",
                "{\"pointers\":[null],\"reason\":\"x\"}",
                "{\"reason\":\"x\"}",
                "{\"pointers\":[\"/administrator/phone\"],\"reason\":\" \"}",
                "{\"pointers\":[\"/administrator/phone\"]}",
                "{\"pointers\":[\"/administrator/phone\"],\"reason\":\"a\\nb\"}",
            })
    void rejects_a_request_without_known_fields_and_a_reason(String wish) {
        long workOrder = claimed("reviewer-a");

        unmask("reviewer-a", workOrder, wish).statusCode(400).body("code", equalTo("VALIDATION_FAILED"));
        assertThat(unmasked(workOrder)).isZero();
    }

    @Test
    void names_a_field_that_is_not_masked() {
        unmask("reviewer-a", claimed("reviewer-a"), "{\"pointers\":[\"" + POINTER + "\",\"/name\"],\"reason\":\"x\"}")
                .statusCode(400)
                .body("errors.pointer", hasItem("/pointers/1"))
                .body("errors.code", hasItem("POINTER_UNKNOWN"));
    }

    @Test
    void asks_for_a_recent_sign_in_before_anything_is_recorded() {
        long workOrder = claimed("reviewer-a");
        String old = Tokens.signed(claims -> {
            claims.setSubject("reviewer-a");
            claims.setStringListClaim("roles", "reviewer");
            claims.setClaim("acr", "password");
            claims.setClaim("auth_time", Instant.now().getEpochSecond() - 7_200);
        });

        given().auth()
                .oauth2(old)
                .header("Accept-Language", "zh-CN")
                .contentType(ContentType.JSON)
                .body(WANTED)
                .post("/v1/reviews/{workOrder}/unmasking", workOrder)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("max_age=\"3600\""))
                .body("code", equalTo("INSUFFICIENT_USER_AUTHENTICATION"))
                .body("detail", containsString("重新登录"));
        assertThat(unmasked(workOrder)).isZero();
        assertThat(Api.count("select count(*) from staff_view")).isZero();
    }

    @Test
    void unmasks_for_a_supervisor_with_a_claim() {
        unmask("supervisor", claimed("supervisor"), WANTED).statusCode(200);
    }

    private static long claimed(String user) {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        Api.claim(user, workOrder).then().statusCode(200);
        return workOrder;
    }

    private static ValidatableResponse unmask(String user, long workOrder, String wish) {
        return Api.as(user)
                .contentType(ContentType.JSON)
                .body(wish)
                .post("/v1/reviews/{workOrder}/unmasking", workOrder)
                .then();
    }

    private static long unmasked(long workOrder) {
        return Api.count("select count(*) from audit_entry where action = 'review.unmasked' and object_id = '"
                + workOrder + "'");
    }

    /** Returns the tables of the service that contain a text in any column. */
    private static List<String> tablesWith(String text) {
        return Api.texts(
                        "select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'"
                                + " order by 1")
                .stream()
                .filter(table ->
                        Api.count("select count(*) from " + table + " t where cast(t as text) like '%" + text + "%'")
                                > 0)
                .toList();
    }

    private static Handler listener(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                Object[] parameters = line.getParameters() == null ? new Object[0] : line.getParameters();
                lines.add(line.getMessage() + Arrays.toString(parameters));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
