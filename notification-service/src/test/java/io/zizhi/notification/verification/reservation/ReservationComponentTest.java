package io.zizhi.notification.verification.reservation;

import static io.zizhi.notification.Clients.as;
import static io.zizhi.notification.Clients.asService;
import static io.zizhi.notification.Clients.check;
import static io.zizhi.notification.Clients.enter;
import static io.zizhi.notification.Clients.issued;
import static io.zizhi.notification.Clients.newPhone;
import static io.zizhi.notification.Clients.newestCode;
import static io.zizhi.notification.Clients.reserve;
import static io.zizhi.notification.Clients.verified;
import static io.zizhi.platform.testkit.Waits.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.zizhi.notification.Rows;
import io.zizhi.notification.verification.model.SubmittedRevision;
import io.zizhi.platform.operations.reservation.LapsedReservations;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ReservationComponentTest {

    private static final String APPLICANT = "applicant-a";
    private static final String ACCOUNT = "company-a";

    @Inject
    LapsedReservations lapsed;

    @Inject
    ConfirmPhone confirm;

    @Inject
    QualificationServiceAddress address;

    private @Nullable HttpServer server;

    private final String phone = newPhone();
    private final long qualification = ThreadLocalRandom.current().nextLong(1, 1L << 50);

    @AfterEach
    void stopAnswering() {
        address.reset();
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void a_check_returns_the_state_of_the_number() {
        String id = issued(APPLICANT, phone);
        assertStatus(id, ACCOUNT, phone, "NOT_VERIFIED");
        enter(APPLICANT, id, newestCode(phone, 1));
        assertStatus(id, ACCOUNT, phone, "VERIFIED");
        assertStatus(id, ACCOUNT, "+86" + phone, "VERIFIED");
        assertStatus(id, ACCOUNT, newPhone(), "PHONE_MISMATCH");
        assertStatus(id, ACCOUNT, "not a number", "PHONE_MISMATCH");
        assertStatus(id, "company-b", phone, "NOT_FOUND");
        assertStatus("nothing-like-it", ACCOUNT, phone, "NOT_FOUND");
        letUsabilityEnd(id);
        assertStatus(id, ACCOUNT, phone, "EXPIRED");
    }

    @Test
    void repeated_reservation_extends_the_ten_minutes() {
        String id = verified(APPLICANT, phone);
        Instant until = reserved(id, qualification, 1);
        assertThat(Duration.between(Instant.now(), until)).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        assertThat(reserved(id, qualification, 1)).isAfterOrEqualTo(until);
        assertStatus(id, ACCOUNT, phone, "VERIFIED");
        assertThat(Rows.count("select count(*) from phone_verification where verification_id = '" + id
                        + "' and qualification_id = " + qualification + " and revision = 1"))
                .isOne();
    }

    @Test
    void another_submission_can_reserve_only_after_the_first_failed() throws IOException {
        String id = verified(APPLICANT, phone);
        reserved(id, qualification, 1);
        assertRefused(id, qualification + 1, 1, "PHONE_VERIFICATION_RESERVED");
        assertRefused(id, qualification, 2, "PHONE_VERIFICATION_RESERVED");
        letLeaseEnd(id);
        assertRefused(id, qualification + 1, 1, "PHONE_VERIFICATION_RESERVED");
        answering("NOT_SUBMITTED");
        ask();
        await().until(() -> isReservation(id, "qualification_id is null"));
        reserved(id, qualification + 1, 1);
        assertRefused(id, qualification, 1, "PHONE_VERIFICATION_RESERVED");
    }

    /** The events of qualification-service arrive an hour late. */
    @Test
    void one_number_never_serves_two_submissions_while_events_are_late() throws IOException {
        String id = verified(APPLICANT, phone);
        reserved(id, qualification, 1);
        letAnHourPass(id);
        answering("SUBMITTED");
        ask();
        await().until(() -> isReservation(id, "asked_at is not null and not outcome_unknown"));
        assertRefused(id, qualification + 1, 1, "PHONE_VERIFICATION_RESERVED");
        assertThat(Reactive.run(() -> confirm.confirm(id, new SubmittedRevision(qualification, 1))))
                .isNotNull();
        assertRefused(id, qualification + 1, 1, "PHONE_VERIFICATION_USED");
    }

    @Test
    void a_reservation_stays_while_its_outcome_is_unknown() throws IOException {
        String id = verified(APPLICANT, phone);
        reserved(id, qualification, 1);
        letLeaseEnd(id);
        answering("UNKNOWN");
        ask();
        await().until(() -> isReservation(id, "asked_at is not null and outcome_unknown"));
        assertThat(Reactive.run(lapsed::measure)).isPositive();
        assertRefused(id, qualification + 1, 1, "PHONE_VERIFICATION_RESERVED");
    }

    @Test
    void releases_a_number_that_a_later_attempt_did_not_use() throws IOException {
        String first = verified(APPLICANT, phone);
        reserved(first, qualification, 1);
        String second = verified(APPLICANT, newPhone());
        Rows.change("update phone_verification set qualification_id = " + qualification
                + ", revision = 1, status = 'USED' where verification_id = '" + second + "'");
        letLeaseEnd(first);
        answering("SUBMITTED");
        ask();
        await().until(() -> isReservation(first, "reserved_until is null"));
        reserved(first, qualification + 1, 1);
    }

    @Test
    void refuses_to_reserve_an_unverified_number() {
        String id = issued(APPLICANT, phone);
        assertRefused(id, qualification, 1, "PHONE_VERIFICATION_NOT_VERIFIED");
        assertRefused("nothing-like-it", qualification, 1, "PHONE_VERIFICATION_NOT_FOUND");
        String verified = verified("applicant-b", newPhone());
        assertRefused(verified, qualification, 1, "PHONE_VERIFICATION_NOT_FOUND");
        String other = verified(APPLICANT, newPhone());
        assertRefused(other, qualification, 1, "PHONE_VERIFICATION_PHONE_MISMATCH");
    }

    @Test
    void malformed_ids_are_not_found() {
        asService("qualification-service")
                .urlEncodingEnabled(false)
                .body("{\"accountId\":\"company-a\",\"phone\":\"13800138000\"}")
                .post("/internal/v1/phone-verifications/ABCDEF00000000000000000000000000/check")
                .then()
                .statusCode(200)
                .body("status", equalTo("NOT_FOUND"));
        asService("qualification-service")
                .urlEncodingEnabled(false)
                .body("{\"accountId\":\"company-a\",\"phone\":\"13800138000\",\"qualificationId\":1,\"revision\":1}")
                .post("/internal/v1/phone-verifications/ABCDEF00000000000000000000000000/reservations")
                .then()
                .statusCode(409)
                .body("code", equalTo("PHONE_VERIFICATION_NOT_FOUND"));
    }

    @Test
    void a_verified_number_can_be_reserved_for_thirty_minutes() {
        String id = verified(APPLICANT, phone);
        letUsabilityEnd(id);
        assertRefused(id, qualification, 1, "PHONE_VERIFICATION_EXPIRED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"phone\":\"1\",\"qualificationId\":1,\"revision\":1} | /accountId | FIELD_REQUIRED",
                "{\"accountId\":\"a\",\"qualificationId\":1,\"revision\":1} | /phone | FIELD_REQUIRED",
                "{\"accountId\":\"a\",\"phone\":\"1\",\"revision\":1} | /qualificationId | FIELD_REQUIRED",
                "{\"accountId\":\"a\",\"phone\":\"1\",\"qualificationId\":0,\"revision\":1} | /qualificationId | NUMBER_NOT_POSITIVE",
                "{\"accountId\":\"a\",\"phone\":\"1\",\"qualificationId\":1,\"revision\":-1} | /revision | NUMBER_NOT_POSITIVE",
                "{\"accountId\":\"a\",\"phone\":\"1\",\"qualificationId\":\"1\",\"revision\":1} | /qualificationId | FIELD_TYPE_WRONG",
                "{\"accountId\":\"a\",\"phone\":\"1\",\"qualificationId\":1,\"revision\":1,\"x\":1} | /x | FIELD_UNKNOWN",
            })
    void errors_name_what_is_invalid_in_a_reservation(String body, String pointer, String reason) {
        asService("qualification-service")
                .body(body)
                .post("/internal/v1/phone-verifications/x/reservations")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"accountId\":\"a\"}", "{\"accountId\":\"a\",\"phone\":1}", "[]", "null", "{"})
    void refuses_an_invalid_check(String body) {
        asService("qualification-service")
                .body(body)
                .post("/internal/v1/phone-verifications/x/check")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void accepts_only_service_tokens_for_this_service() {
        String body = "{\"accountId\":\"company-a\",\"phone\":\"13800138000\"}";
        as(APPLICANT)
                .body(body)
                .post("/internal/v1/phone-verifications/x/check")
                .then()
                .statusCode(403);
        as("operator")
                .body(body)
                .post("/internal/v1/phone-verifications/x/reservations")
                .then()
                .statusCode(403);
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.service("qualification-service", "document-service"))
                .contentType("application/json")
                .body(body)
                .post("/internal/v1/phone-verifications/x/check")
                .then()
                .statusCode(401);
    }

    private void assertStatus(String id, String account, String number, String status) {
        check(id, account, number).then().statusCode(200).body("status", equalTo(status));
    }

    private void assertRefused(String id, long qualificationId, int revision, String code) {
        reserve(id, ACCOUNT, phone, qualificationId, revision)
                .then()
                .statusCode(409)
                .body("code", equalTo(code));
    }

    private Instant reserved(String id, long qualificationId, int revision) {
        return Instant.parse(reserve(id, ACCOUNT, phone, qualificationId, revision)
                .then()
                .statusCode(200)
                .extract()
                .path("reservedUntil"));
    }

    /** Answers every question about a submission with this outcome. */
    private void answering(String outcome) throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        started.createContext("/internal/v1/submission-attempts/outcomes", exchange -> {
            int attempts = new JsonObject(new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                    .getJsonArray("attempts")
                    .size();
            byte[] answer = new JsonObject()
                    .put("outcomes", Collections.nCopies(attempts, outcome))
                    .encode()
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        started.start();
        server = started;
        address.set(started.getAddress().getPort());
    }

    /** Asks now. The loop of the service may have asked before. */
    private void ask() {
        Reactive.run(lapsed::round);
    }

    private static boolean isReservation(String id, String condition) {
        return Rows.count(
                        "select count(*) from phone_verification where verification_id = '" + id + "' and " + condition)
                == 1;
    }

    private static void letAnHourPass(String id) {
        Rows.change("update phone_verification set reserved_until = reserved_until - interval '70 minutes'"
                + " where verification_id = '" + id + "'");
    }

    private static void letUsabilityEnd(String id) {
        Rows.change("update phone_verification set usable_until = usable_until - interval '30 minutes'"
                + " where verification_id = '" + id + "'");
    }

    private static void letLeaseEnd(String id) {
        Rows.change("update phone_verification set reserved_until = reserved_until - interval '10 minutes'"
                + " where verification_id = '" + id + "'");
    }
}
