package io.zizhi.notification;

import static io.restassured.RestAssured.given;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zizhi.platform.testkit.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** HTTP calls of applicants, operators and qualification-service to this service. */
public final class Clients {

    private static final AtomicInteger NUMBERS =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(90_000_000));
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    private Clients() {}

    /** Returns a mobile number that no other test of the run uses. */
    public static String newPhone() {
        return "138%08d".formatted(NUMBERS.incrementAndGet());
    }

    public static RequestSpecification as(String user) {
        return given().auth().oauth2(Tokens.of(user)).contentType(ContentType.JSON);
    }

    public static RequestSpecification asService(String service) {
        return given().auth()
                .oauth2(Tokens.service(service, "notification-service"))
                .contentType(ContentType.JSON);
    }

    public static Response issue(String user, String phone) {
        return as(user).body(Map.of("phone", phone)).post("/v1/phone-verifications");
    }

    /** Requests a code as applicant-a, with a header {@code X-Forwarded-For}. */
    public static Response issueVia(String forwardedFor, String phone) {
        return as("applicant-a")
                .header("X-Forwarded-For", forwardedFor)
                .body(Map.of("phone", phone))
                .post("/v1/phone-verifications");
    }

    /** Issues a code, which must succeed, and returns the verification's id. */
    public static String issued(String user, String phone) {
        return issue(user, phone).then().statusCode(202).extract().path("verificationId");
    }

    public static Response enter(String user, String verificationId, String code) {
        return as(user).body(Map.of("code", code)).post("/v1/phone-verifications/{id}/attempts", verificationId);
    }

    /** Returns a verification whose code was entered. */
    public static String verified(String user, String phone) {
        String id = issued(user, phone);
        enter(user, id, newestCode(phone, 1)).then().statusCode(200);
        return id;
    }

    public static Response check(String verificationId, String account, String phone) {
        return asService("qualification-service")
                .body(Map.of("accountId", account, "phone", phone))
                .post("/internal/v1/phone-verifications/{id}/check", verificationId);
    }

    public static Response reserve(
            String verificationId, String account, String phone, long qualificationId, int revision) {
        return asService("qualification-service")
                .body(Map.of(
                        "accountId", account, "phone", phone, "qualificationId", qualificationId, "revision", revision))
                .post("/internal/v1/phone-verifications/{id}/reservations", verificationId);
    }

    public static List<Map<String, String>> inbox(String phone) {
        return as("operator")
                .queryParam("phone", phone)
                .get("/v1/inbox")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** Waits until {@code count} messages have arrived in total, and returns them, newest first. */
    public static List<Map<String, String>> inbox(String phone, int count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(inbox(phone)).hasSizeGreaterThanOrEqualTo(count));
        return inbox(phone);
    }

    /** Returns the newest code once {@code count} codes have arrived in total. */
    public static String newestCode(String phone, int count) {
        String text = inbox(phone, count).getFirst().getOrDefault("text", "");
        var matcher = SIX_DIGITS.matcher(text);
        assertThat(matcher.find()).as("a code in: %s", text).isTrue();
        return matcher.group();
    }

    /** Returns a code that differs from {@code code}. */
    public static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }
}
