package io.zizhi.qualification.evaluation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class EvaluationComponentTest {

    @Inject
    CircuitBreakerMaintenance breakers;

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
        breakers.resetAll();
    }

    @Test
    void a_good_form_passes() {
        evaluate(filer.draft(filer.goodForm()))
                .body("passed", equalTo(true))
                .body("rules.size()", greaterThan(30))
                .body("rules.status", everyItem(equalTo("PASSED")));
    }

    @Test
    void an_institution_passes_with_its_own_certificate() {
        Filer institution = Filer.ofInstitution();
        long id = institution.draft(institution.goodForm());

        institution
                .request()
                .post("/v1/qualifications/" + id + "/evaluation")
                .then()
                .statusCode(200)
                .body("passed", equalTo(true))
                .body("rules.status", everyItem(equalTo("PASSED")));
    }

    @Test
    void what_is_wrong_is_told_at_its_place_with_advice_in_both_languages() {
        Map<String, Object> form = filer.goodForm();
        Forms.part(form, "company").put("creditCode", "91330106673959654Q");
        Forms.part(form, "legalPerson").put("idNumber", "110105194912310021");
        Forms.part(form, "administrator").put("phone", "14000001234");

        evaluate(filer.draft(form))
                .body("passed", equalTo(false))
                .body(
                        "rules.findAll{it.status=='FAILED'}.code",
                        hasItems("USCC_INVALID", "USE_MISMATCH", "ID_NUMBER_INVALID", "PHONE_INVALID"))
                .body(
                        "rules.find{it.code=='ID_NUMBER_INVALID' && it.status=='FAILED'}.pointer",
                        equalTo("/legalPerson/idNumber"))
                .body("rules.findAll{it.status=='FAILED' && it.adviceZh && it.adviceEn}.size()", greaterThan(3));
    }

    @Test
    void a_peer_that_is_down_leaves_its_checks_unknown() {
        long id = filer.draft(filer.goodForm());
        Peers.set("document-service", "down");
        Peers.set("notification-service", "down");

        evaluate(id)
                .body("passed", equalTo(true))
                .body("rules.findAll{it.code=='DOCUMENT_NOT_USABLE' && it.status=='UNKNOWN'}", hasSize(4))
                .body("rules.findAll{it.code=='ADMIN_PHONE_UNVERIFIED' && it.status=='UNKNOWN'}", hasSize(1));
    }

    @Test
    void documents_and_phone_are_asked_for() {
        Map<String, Object> form = filer.goodForm();
        Map<String, Object> administrator = Forms.part(form, "administrator");
        Peers.set(Forms.text(administrator, "emblemDocumentId"), "NOT_FOUND");
        Peers.set(Forms.text(administrator, "portraitDocumentId"), "PENDING_SCAN");
        Peers.set(Forms.text(administrator, "phoneVerificationId"), "EXPIRED");

        evaluate(filer.draft(form))
                .body("passed", equalTo(false))
                .body(
                        "rules.findAll{it.status=='FAILED'}.code",
                        hasItems("DOCUMENT_NOT_FOUND", "DOCUMENT_PENDING_SCAN", "PHONE_VERIFICATION_EXPIRED"));
    }

    @Test
    void the_catalogue_of_codes_is_data() {
        filer.request()
                .get("/v1/rules")
                .then()
                .statusCode(200)
                .body("noticeVersion", equalTo("2026-11"))
                .body("rules.code", hasItems("NAME_INVALID", "USCC_INVALID", "DUPLICATE_QUALIFICATION"))
                .body("rules.adviceZh.size()", greaterThan(30));
        Filer.as("reviewer-a").get("/v1/rules").then().statusCode(200);
        io.restassured.RestAssured.given().get("/v1/rules").then().statusCode(401);
    }

    private io.restassured.response.ValidatableResponse evaluate(long id) {
        return filer.request()
                .post("/v1/qualifications/" + id + "/evaluation")
                .then()
                .statusCode(200);
    }
}
