package io.zizhi.notification.verification.model;

import static io.zizhi.notification.Clients.as;
import static io.zizhi.notification.Clients.enter;
import static io.zizhi.notification.Clients.inbox;
import static io.zizhi.notification.Clients.issue;
import static io.zizhi.notification.Clients.issued;
import static io.zizhi.notification.Clients.newPhone;
import static io.zizhi.notification.Clients.newestCode;
import static io.zizhi.notification.Clients.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.SmsAccepted;
import io.zizhi.contracts.Topics;
import io.zizhi.notification.Clients;
import io.zizhi.notification.Rows;
import io.zizhi.platform.privacy.encryption.BlindIndex;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
public class PhoneCodeComponentTest {

    private static final String APPLICANT = "applicant-a";

    @Inject
    BlindIndex index;

    @Test
    void a_code_arrives_and_verifies_the_number_once() {
        String phone = newPhone();
        String id = issue(APPLICANT, "+86" + phone)
                .then()
                .statusCode(202)
                .body("verificationId", matchesPattern("[0-9a-f]{32}"))
                .body("expiresAt", notNullValue())
                .body("resendAt", notNullValue())
                .extract()
                .path("verificationId");
        String code = newestCode(phone, 1);
        enter(APPLICANT, id, code)
                .then()
                .statusCode(200)
                .body("verificationId", equalTo(id))
                .body("status", equalTo("VERIFIED"))
                .body("usableUntil", notNullValue());
        enter(APPLICANT, id, code).then().statusCode(409).body("code", equalTo("PHONE_CODE_USED"));
    }

    @Test
    void only_the_owner_reads_the_state_of_a_verification() {
        String phone = newPhone();
        String id = issue(APPLICANT, phone).then().extract().path("verificationId");
        String path = "/v1/phone-verifications/" + id;
        String code = newestCode(phone, 1);
        enter(APPLICANT, id, wrong(code)).then().statusCode(422);
        String issued = Clients.as(APPLICANT)
                .get(path)
                .then()
                .statusCode(200)
                .body("status", equalTo("ISSUED"))
                .body("triesLeft", equalTo(4))
                .body("phone", equalTo("138****" + phone.substring(7)))
                .body("expiresAt", notNullValue())
                .extract()
                .asString();
        assertThat(issued).doesNotContain(code).doesNotContain(phone);

        enter(APPLICANT, id, code).then().statusCode(200);

        Clients.as(APPLICANT)
                .get(path)
                .then()
                .statusCode(200)
                .body("status", equalTo("VERIFIED"))
                .body("triesLeft", equalTo(0))
                .body("usableUntil", notNullValue());
        Clients.as("applicant-b")
                .get(path)
                .then()
                .statusCode(404)
                .body("code", equalTo("PHONE_VERIFICATION_NOT_FOUND"));
    }

    @Test
    void publishes_limits_of_a_number() {
        Clients.as(APPLICANT)
                .get("/v1/phone-verifications/offer")
                .then()
                .statusCode(200)
                .body("maxTries", equalTo(5))
                .body("perNumber[0].atMost", equalTo(1))
                .body("perNumber[0].withinSeconds", equalTo(60));
    }

    @Test
    void refuses_the_right_code_after_five_wrong_attempts() {
        String phone = newPhone();
        String id = issued(APPLICANT, phone);
        String code = newestCode(phone, 1);
        for (int tries = 0; tries < 5; tries++) {
            enter(APPLICANT, id, wrong(code))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("PHONE_CODE_WRONG"))
                    .body("errors.pointer", hasItem("/code"));
        }
        enter(APPLICANT, id, code).then().statusCode(429).body("code", equalTo("PHONE_CODE_LIMITED"));
        letFailuresAge("61 seconds");
        enter(APPLICANT, id, code).then().statusCode(409).body("code", equalTo("PHONE_CODE_EXHAUSTED"));
    }

    @Test
    void counts_attempts_during_a_delay() {
        String phone = newPhone();
        String id = issued(APPLICANT, phone);
        String code = newestCode(phone, 1);
        for (int tries = 0; tries < 5; tries++) {
            enter(APPLICANT, id, wrong(code)).then().statusCode(422);
        }
        for (int tries = 5; tries < 20; tries++) {
            enter(APPLICANT, id, wrong(code)).then().statusCode(429).body("code", equalTo("PHONE_CODE_LIMITED"));
        }
        assertThat(Rows.count("select count(*) from phone_code_failures where failures = 20 and phone_index = '"
                        + indexOf(id) + "' and delayed_until > now() + interval '23 hours'"))
                .isOne();
        assertThat(wrongCodesOf(id)).isEqualTo(5);
    }

    @Test
    void guesses_of_a_stranger_do_not_block_the_owner() {
        String phone = newPhone();
        String guess = issued("applicant-b", phone);
        String guessed = newestCode(phone, 1);
        for (int tries = 0; tries < 20; tries++) {
            enter("applicant-b", guess, wrong(guessed));
        }
        Rows.letSendsAge("61 seconds");
        issue("applicant-b", phone).then().statusCode(429).body("code", equalTo("PHONE_CODE_LIMITED"));
        String own = issued(APPLICANT, phone);
        enter(APPLICANT, own, newestCode(phone, 2)).then().statusCode(200);
    }

    @Test
    void limits_wrong_codes_per_number_across_accounts() {
        String phone = newPhone();
        String id = issued(APPLICANT, phone);
        String code = newestCode(phone, 1);
        enterWrongCodesElsewhere(id, 50);
        enter(APPLICANT, id, code).then().statusCode(429).body("code", equalTo("PHONE_CODE_LIMITED"));
        Rows.letSendsAge("61 seconds");
        issue(APPLICANT, phone).then().statusCode(429).body("code", equalTo("PHONE_CODE_LIMITED"));
        Rows.letSendsAge("1 day");
        enter(APPLICANT, id, code).then().statusCode(200);
    }

    @Test
    void only_one_account_gets_the_last_attempt_of_a_number() {
        String phone = newPhone();
        String first = issued(APPLICANT, phone);
        String wrong = wrong(newestCode(phone, 1));
        Rows.letSendsAge("61 seconds");
        String second = issued("applicant-b", phone);
        enterWrongCodesElsewhere(first, 49);
        List<Callable<Integer>> guesses = List.of(
                () -> enter(APPLICANT, first, wrong).statusCode(),
                () -> enter("applicant-b", second, wrong).statusCode());
        assertThat(atOnce(guesses)).containsExactlyInAnyOrder(422, 429);
    }

    @Test
    void a_new_code_invalidates_the_old_and_keeps_the_failures() {
        String phone = newPhone();
        String first = issued(APPLICANT, phone);
        String firstCode = newestCode(phone, 1);
        for (int tries = 0; tries < 4; tries++) {
            enter(APPLICANT, first, wrong(firstCode)).then().statusCode(422);
        }
        Rows.letSendsAge("61 seconds");
        String second = issued(APPLICANT, phone);
        String secondCode = newestCode(phone, 2);
        enter(APPLICANT, first, firstCode).then().statusCode(409).body("code", equalTo("PHONE_CODE_SUPERSEDED"));
        enter(APPLICANT, second, wrong(secondCode)).then().statusCode(422);
        enter(APPLICANT, second, secondCode).then().statusCode(429).body("code", equalTo("PHONE_CODE_LIMITED"));
        Rows.letSendsAge("61 seconds");
        issue(APPLICANT, phone).then().statusCode(429);
        letFailuresAge("61 seconds");
        enter(APPLICANT, second, secondCode).then().statusCode(200);
        assertThat(Rows.count("select count(*) from phone_code_failures where failures > 0 and phone_index = '"
                        + indexOf(second) + "'"))
                .isZero();
    }

    @Test
    void a_code_expires_after_five_minutes() {
        String phone = newPhone();
        String id = issued(APPLICANT, phone);
        String code = newestCode(phone, 1);
        Rows.change(
                "update phone_verification set expires_at = expires_at - interval '5 minutes' where verification_id = '"
                        + id + "'");
        enter(APPLICANT, id, code).then().statusCode(409).body("code", equalTo("PHONE_CODE_EXPIRED"));
    }

    @Test
    void limits_codes_per_number_and_minute_hour_and_day() {
        String phone = newPhone();
        issued(APPLICANT, phone);
        issue(APPLICANT, phone).then().statusCode(429).body("code", equalTo("PHONE_CODE_LIMITED"));
        sendAfterAMinute(phone, 4);
        Rows.letSendsAge("61 seconds");
        issue(APPLICANT, phone).then().statusCode(429);
        Rows.letSendsAge("1 hour");
        issued(APPLICANT, phone);
        sendAfterAMinute(phone, 4);
        Rows.letSendsAge("2 hours");
        issue(APPLICANT, phone).then().statusCode(429);
        Rows.letSendsAge("22 hours");
        issued(APPLICANT, phone);
    }

    private static void sendAfterAMinute(String phone, int times) {
        for (int sent = 0; sent < times; sent++) {
            Rows.letSendsAge("61 seconds");
            issued(APPLICANT, phone);
        }
    }

    @Test
    void ignores_a_forwarded_address_without_trusted_proxies() {
        Clients.issueVia("203.0.113.77", newPhone()).then().statusCode(202);
        assertThat(Rows.count("select count(*) from code_send where bucket = 'address' and bucket_key = '"
                        + index.of("code_send.address", "203.0.113.77").stored() + "'"))
                .isZero();
    }

    @Test
    void of_twenty_concurrent_requests_for_one_number_one_passes() {
        String phone = newPhone();
        List<Integer> statuses =
                atOnce(20, () -> issue(APPLICANT, phone).then().extract().statusCode());
        assertThat(statuses).containsOnly(202, 429);
        assertThat(statuses.stream().filter(status -> status == 202)).hasSize(1);
        inbox(phone, 1);
        assertThat(inbox(phone)).hasSize(1);
    }

    @Test
    void of_twenty_concurrent_guesses_only_five_are_compared() {
        String phone = newPhone();
        String id = issued(APPLICANT, phone);
        String code = newestCode(phone, 1);
        List<Integer> statuses = atOnce(
                20, () -> enter(APPLICANT, id, wrong(code)).then().extract().statusCode());
        assertThat(statuses.stream().filter(status -> status == 422)).hasSize(5);
        assertThat(statuses).containsOnly(422, 429);
    }

    @Test
    void twenty_numbers_pass_concurrently() {
        List<Integer> statuses =
                atOnce(20, () -> issue(APPLICANT, newPhone()).then().extract().statusCode());
        assertThat(statuses).containsOnly(202);
    }

    @Test
    void code_and_number_are_neither_published_nor_kept() {
        String phone = newPhone();
        String id = issued(APPLICANT, phone);
        var sms = inbox(phone, 1).getFirst();
        String messageId = sms.getOrDefault("messageId", "");
        String code = newestCode(phone, 1);
        var accepted = (SmsAccepted) EventBus.await(EventType.SMS_ACCEPTED, messageId);
        assertThat(accepted.subject()).isEqualTo("phone-verification/" + id);
        assertThat(accepted.template()).isEqualTo("PHONE_CODE");
        assertThat(EventBus.records(Topics.NOTIFICATION))
                .allSatisfy(message -> assertThat(new String(message.value(), StandardCharsets.UTF_8))
                        .doesNotContain(phone));
        assertThat(Rows.count("select count(*) from sms_message where status = 'ACCEPTED' and phone is null"
                        + " and parameters is null and message_id = '" + messageId + "'"))
                .isOne();
        String row = "select coalesce(code_hash, '') || encode(phone, 'escape') || phone_index from phone_verification"
                + " where verification_id = '" + id + "'";
        assertThat(Rows.texts(row).getFirst()).doesNotContain(phone).doesNotContain(code);
    }

    @Test
    void logs_neither_code_nor_number() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler listener = listener(lines);
        Logger.getLogger("").addHandler(listener);
        try {
            String phone = newPhone();
            String id = issued(APPLICANT, phone);
            String code = newestCode(phone, 1);
            enter(APPLICANT, id, wrong(code)).then().statusCode(422);
            enter(APPLICANT, id, code).then().statusCode(200);
            Logger.getLogger("test").info("heard");
            assertThat(lines)
                    .contains("heard")
                    .noneMatch(line -> line.contains(phone) || line.contains(" " + code) || line.contains("=" + code));
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
    }

    private static Handler listener(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage()
                        + Arrays.toString(line.getParameters()).replace("null", ""));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void hides_verifications_of_other_accounts() {
        String phone = newPhone();
        String id = issued(APPLICANT, phone);
        String code = newestCode(phone, 1);
        enter("applicant-b", id, code).then().statusCode(404).body("code", equalTo("PHONE_VERIFICATION_NOT_FOUND"));
        enter(APPLICANT, "nothing-like-it", code)
                .then()
                .statusCode(404)
                .body("code", equalTo("PHONE_VERIFICATION_NOT_FOUND"));
        enter(APPLICANT, id, code).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "ABCDEF00000000000000000000000000", "%E7%94%B2"})
    void malformed_ids_are_not_found(String id) {
        as(APPLICANT)
                .urlEncodingEnabled(false)
                .body("{\"code\":\"123456\"}")
                .post("/v1/phone-verifications/" + id + "/attempts")
                .then()
                .statusCode(404)
                .body("code", equalTo("PHONE_VERIFICATION_NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%FF", "0000000000000000000000000000000%00"})
    void rejects_malformed_paths(String id) {
        as(APPLICANT)
                .urlEncodingEnabled(false)
                .body("{\"code\":\"123456\"}")
                .post("/v1/phone-verifications/" + id + "/attempts")
                .then()
                .statusCode(400)
                .body("code", equalTo("BAD_REQUEST"))
                .body("errors[0].code", equalTo("PATH_MALFORMED"));
    }

    @Test
    void codes_of_other_accounts_stay_valid() {
        String phone = newPhone();
        String mine = issued(APPLICANT, phone);
        String code = newestCode(phone, 1);
        Rows.letSendsAge("61 seconds");
        issued("applicant-b", phone);
        enter(APPLICANT, mine, code).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"phone\":\"01087654321\"} | PHONE_INVALID | /phone | PHONE_INVALID",
                "{\"phone\":\"\"} | FIELD_REQUIRED | /phone | FIELD_REQUIRED",
                "{\"phone\":\"+85291234567\"} | PHONE_INVALID | /phone | PHONE_INVALID",
                "{\"phone\":13800138000} | VALIDATION_FAILED | /phone | FIELD_TYPE_WRONG",
                "{\"phone\":null} | VALIDATION_FAILED | /phone | FIELD_REQUIRED",
                "{} | VALIDATION_FAILED | /phone | FIELD_REQUIRED",
                "{\"phone\":\"13800138000\",\"x\":1} | VALIDATION_FAILED | /x | FIELD_UNKNOWN",
                "{\"phone\":\"138001380001380013800013800138000\"} | VALIDATION_FAILED | /phone | FIELD_TOO_LONG",
                "[] | VALIDATION_FAILED | '' | FIELD_TYPE_WRONG",
                "{\"phone\": | VALIDATION_FAILED | '' | JSON_MALFORMED",
            })
    void errors_name_what_is_invalid_in_a_code_request(String body, String code, String pointer, String reason) {
        as(APPLICANT)
                .body(body)
                .post("/v1/phone-verifications")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\":\"12345\"} | /code | PHONE_CODE_FORM",
                "{\"code\":\"abcdef\"} | /code | PHONE_CODE_FORM",
                "{\"code\":\"１２３４５６\"} | /code | PHONE_CODE_FORM",
                "{\"code\":123456} | /code | FIELD_TYPE_WRONG",
                "{} | /code | FIELD_REQUIRED",
                "{\"code\":\"123456\",\"x\":1} | /x | FIELD_UNKNOWN",
            })
    void a_malformed_code_is_refused_and_not_counted(String body, String pointer, String reason) {
        String id = issued(APPLICANT, newPhone());
        as(APPLICANT)
                .body(body)
                .post("/v1/phone-verifications/{id}/attempts", id)
                .then()
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(reason));
        assertThat(Rows.count("select count(*) from phone_verification where wrong_tries = 0 and verification_id = '"
                        + id + "'"))
                .isOne();
    }

    @Test
    void refuses_missing_and_oversized_bodies() {
        as(APPLICANT).post("/v1/phone-verifications").then().statusCode(400);
        as(APPLICANT)
                .body("{\"phone\":\"" + "1".repeat(300_000) + "\"}")
                .post("/v1/phone-verifications")
                .then()
                .statusCode(413);
    }

    @Test
    void only_applicants_request_codes() {
        as("reviewer-a")
                .body("{\"phone\":\"13800138000\"}")
                .post("/v1/phone-verifications")
                .then()
                .statusCode(403);
        as("reviewer-a")
                .body("{\"code\":\"123456\"}")
                .post("/v1/phone-verifications/x/attempts")
                .then()
                .statusCode(403);
        io.restassured.RestAssured.given()
                .contentType("application/json")
                .body("{\"phone\":\"13800138000\"}")
                .post("/v1/phone-verifications")
                .then()
                .statusCode(401);
    }

    private static void letFailuresAge(String interval) {
        Rows.change(
                "update phone_code_failures set delayed_until = delayed_until - cast('" + interval + "' as interval)");
    }

    private static void enterWrongCodesElsewhere(String verificationId, int times) {
        Rows.change("insert into code_send (bucket, bucket_key, sent_at) select 'wrong', '" + indexOf(verificationId)
                + "', now() - interval '1 minute' from generate_series(1, " + times + ")");
    }

    private static long wrongCodesOf(String verificationId) {
        return Rows.count("select count(*) from code_send where bucket = 'wrong' and bucket_key = '"
                + indexOf(verificationId) + "'");
    }

    private static String indexOf(String verificationId) {
        return Rows.texts("select phone_index from phone_verification where verification_id = '" + verificationId + "'")
                .getFirst();
    }

    private static <T> List<T> atOnce(int times, Callable<T> act) {
        return atOnce(java.util.Collections.nCopies(times, act));
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) {
        try (var pool = Executors.newFixedThreadPool(acts.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> done : pool.invokeAll(acts)) {
                results.add(done.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
