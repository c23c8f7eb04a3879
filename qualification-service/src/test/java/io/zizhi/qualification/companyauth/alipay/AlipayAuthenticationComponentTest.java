package io.zizhi.qualification.companyauth.alipay;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.companyauth.provider.ChosenProvider;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scan authentication with Alipay. The test simulates its gateway, with separate key pairs for both sides. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class AlipayAuthenticationComponentTest {

    @Inject
    CircuitBreakerMaintenance breakers;

    private Filer filer;

    @BeforeEach
    void start() {
        Peers.reset();
        breakers.resetAll();
        ChosenProvider.set("alipay");
        alipay(Map.of());
        filer = Filer.ofNewAccount();
    }

    @Test
    void qr_code_opens_the_page_of_alipay() {
        String id = started();

        get(id).statusCode(200)
                .body("status", equalTo("PENDING"))
                .body("qrContent", equalTo("https://pages.example/certify?biz=ZM" + id));
    }

    @Test
    void returns_company_confirmed_by_alipay() {
        String id = started();
        alipay(confirmed(Map.of("certify_mode", "LEGAL_PERSON", "user_name", "李示例")));

        get(id).statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("company.name", equalTo(DemoAccounts.COMPANY_A.companyName()))
                .body("company.creditCode", equalTo(DemoAccounts.COMPANY_A.creditCode()))
                .body("company.legalRepresentativeName", equalTo("李示例"));
    }

    @Test
    void names_legal_representative_and_not_the_attorney() {
        String id = started();
        alipay(confirmed(Map.of("certify_mode", "ATTORNEY", "user_name", "王示例", "legal_person_name", "李示例")));

        get(id).body("company.legalRepresentativeName", equalTo("李示例"));
    }

    @ParameterizedTest
    @CsvSource({"INIT, FAIL, PENDING", "CERTIFYING, FAIL, SCANNED", "SUCCESS, FAIL, SCANNED", "FAIL, FAIL, DENIED"})
    void certification_without_authorization_confirms_nothing(String certified, String authorised, String status) {
        String id = started();
        alipay(Map.of("certify_status", certified, "auth_status", authorised));

        get(id).statusCode(200).body("status", equalTo(status)).body("company", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged", "unsigned", "down"})
    void rejects_response_without_valid_signature_of_alipay(String gateway) {
        String id = started();
        alipay(confirmed(Map.of("gateway", gateway, "certify_mode", "LEGAL_PERSON", "user_name", "李示例")));

        get(id).statusCode(503).body("code", equalTo("COMPANY_AUTHENTICATION_UNAVAILABLE"));
        filer.request().post("/v1/company-authentications").then().statusCode(503);
        alipay(Map.of());
        get(id).statusCode(200).body("status", equalTo("PENDING"));
    }

    @Test
    void local_page_is_absent_when_alipay_is_chosen() {
        given().get("/local/company-authentications/" + "A".repeat(43)).then().statusCode(404);
    }

    private static Map<String, String> confirmed(Map<String, String> more) {
        Map<String, String> settings = new java.util.TreeMap<>(more);
        settings.put("certify_status", "SUCCESS");
        settings.put("auth_status", "SUCCESS");
        settings.put("ep_name", java.util.Objects.requireNonNull(DemoAccounts.COMPANY_A.companyName()));
        settings.put("ep_cert_no", java.util.Objects.requireNonNull(DemoAccounts.COMPANY_A.creditCode()));
        return settings;
    }

    private String started() {
        return filer.request()
                .post("/v1/company-authentications")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private ValidatableResponse get(String id) {
        return filer.request().get("/v1/company-authentications/" + id).then();
    }

    private static void alipay(Map<String, String> settings) {
        String url = ConfigProvider.getConfig().getValue("zizhi.company-authentication.alipay.url", String.class);
        given().contentType("application/json")
                .body(settings)
                .put(url + "/control")
                .then()
                .statusCode(200);
    }
}
