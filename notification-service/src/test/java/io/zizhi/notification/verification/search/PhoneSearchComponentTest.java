package io.zizhi.notification.verification.search;

import static io.zizhi.notification.Clients.asService;
import static io.zizhi.notification.Clients.issued;
import static io.zizhi.notification.Clients.newPhone;
import static io.zizhi.notification.Clients.reserve;
import static io.zizhi.notification.Clients.verified;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.notification.Rows;
import io.zizhi.platform.testkit.LocalInfrastructure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the search for numbers of a bulk filing without their verification ids. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class PhoneSearchComponentTest {

    private static final String ACCOUNT = "company-a";

    private final String phone = newPhone();
    private final String other = newPhone();

    @Test
    void finds_verified_numbers_by_position() {
        String verification = verified("applicant-a", phone);
        issued("applicant-a", other);

        search(ACCOUNT, List.of("no number", other, "+86" + phone))
                .body("verified.position", contains(2))
                .body("verified.verificationId", contains(verification));
        search("company-b", List.of(phone)).body("verified", hasSize(0));
        search(ACCOUNT, List.of()).body("verified", hasSize(0));
    }

    @Test
    void omits_reserved_and_expired_numbers() {
        reserve(verified("applicant-a", phone), ACCOUNT, phone, 7, 1).then().statusCode(200);
        String old = verified("applicant-a", other);
        Rows.change("update phone_verification set usable_until = usable_until - interval '1 hour'"
                + " where verification_id = '" + old + "'");

        search(ACCOUNT, List.of(phone, other)).body("verified", hasSize(0));
    }

    private static ValidatableResponse search(String account, List<String> phones) {
        return asService("qualification-service")
                .body(Map.of("accountId", account, "phones", phones))
                .post("/internal/v1/phone-verifications/search")
                .then()
                .statusCode(200);
    }
}
