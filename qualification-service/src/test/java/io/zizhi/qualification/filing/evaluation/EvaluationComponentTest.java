package io.zizhi.qualification.filing.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Tokens;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.util.List;
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
    void valid_form_passes() {
        evaluate(filer.draft(filer.goodForm()))
                .body("passed", equalTo(true))
                .body("rules.size()", greaterThan(30))
                .body("rules.status", everyItem(equalTo("PASSED")));
    }

    @Test
    void institution_passes_with_its_own_certificate() {
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
    void reports_failures_with_pointer_and_bilingual_advice() {
        Map<String, Object> form = filer.goodForm();
        Forms.part(form, "company").put("creditCode", "91330106673959654Q");
        Forms.part(form, "legalRepresentative").put("idNumber", "110105194912310021");
        Forms.part(form, "administrator").put("phone", "14000001234");

        evaluate(filer.draft(form))
                .body("passed", equalTo(false))
                .body(
                        "rules.findAll{it.status=='FAILED'}.code",
                        hasItems("USCC_INVALID", "USE_MISMATCH", "ID_NUMBER_INVALID", "PHONE_INVALID"))
                .body(
                        "rules.find{it.code=='ID_NUMBER_INVALID' && it.status=='FAILED'}.pointer",
                        equalTo("/legalRepresentative/idNumber"))
                .body("rules.findAll{it.status=='FAILED' && it.adviceZh && it.adviceEn}.size()", greaterThan(3));
    }

    @Test
    void reports_identical_and_colourless_pictures() {
        long id = filer.draft(filer.goodForm());
        Peers.set("sha256", "0".repeat(64));
        Peers.set("colourless", "true");

        evaluate(id)
                .body("passed", equalTo(false))
                .body("rules.find{it.code=='ID_SIDE_SWAPPED'}.status", equalTo("FAILED"))
                .body(
                        "rules.findAll{it.code=='DOCUMENT_REPEATED' && it.status=='FAILED'}.pointer",
                        hasItem("/administrator/emblemDocumentId"))
                .body(
                        "rules.findAll{it.code=='RED_SEAL_NEEDED' && it.status=='WARNING'}.pointer",
                        hasItem("/company/certificate/documentId"));
    }

    @Test
    void checks_are_unknown_while_a_peer_is_down() {
        long id = filer.draft(filer.goodForm());
        Peers.set("document-service", "down");
        Peers.set("notification-service", "down");

        evaluate(id)
                .body("passed", equalTo(true))
                .body("rules.findAll{it.code=='DOCUMENT_NOT_USABLE' && it.status=='UNKNOWN'}", hasSize(4))
                .body("rules.findAll{it.code=='ADMIN_PHONE_UNVERIFIED' && it.status=='UNKNOWN'}", hasSize(1));
    }

    @Test
    void asks_peers_for_documents_and_phone() {
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
    void evaluates_unsaved_form_without_storing_it() {
        Map<String, Object> form = filer.goodForm();

        List<Map<String, Object>> unsaved = evaluateForm(form)
                .body("passed", equalTo(true))
                .body("rules.status", everyItem(equalTo("PASSED")))
                .extract()
                .jsonPath()
                .getList("rules");
        filer.request()
                .queryParam("name", form.get("name"))
                .get("/v1/qualifications")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        assertThat(unsaved)
                .isEqualTo(evaluate(filer.draft(form)).extract().jsonPath().getList("rules"));
    }

    @Test
    void reports_taken_name_of_unsaved_form() {
        Map<String, Object> form = filer.goodForm();
        long id = filer.draft(form);

        evaluateForm(form)
                .body("passed", equalTo(false))
                .body("rules.findAll{it.status=='FAILED'}.code", contains("NAME_TAKEN"));
        evaluate(id).body("rules.find{it.code=='NAME_TAKEN'}.status", equalTo("PASSED"));
    }

    @Test
    void only_reviewer_sees_administrator_match_across_accounts() {
        Filer.Submitted first = filer.submitted();
        Filer stranger = Filer.ofCompanyB();
        Map<String, Object> form = stranger.goodForm();
        form.put("administrator", Forms.part(Forms.verifiedAgain(first.form()), "administrator"));
        long id = stranger.draft(form);

        stranger.request()
                .post("/v1/qualifications/" + id + "/evaluation")
                .then()
                .statusCode(200)
                .body("passed", equalTo(true))
                .body("rules.code", not(hasItem("ADMIN_OF_COMPANY_IN_OTHER_ACCOUNT")))
                .body("rules.code", not(hasItem("DUPLICATE_IN_OTHER_ACCOUNT")));
        long workOrder =
                stranger.submit(id).then().statusCode(200).extract().jsonPath().getLong("workOrder");
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.service("review-service", "qualification-service"))
                .get("/internal/v1/submissions/" + workOrder)
                .then()
                .statusCode(200)
                .body("evaluation.passed", equalTo(true))
                .body("evaluation.rules.code", contains("ADMIN_OF_COMPANY_IN_OTHER_ACCOUNT"))
                .body("evaluation.rules.status", contains("WARNING"))
                .body("consent.noticeVersion", equalTo("2026-11"))
                .body("consent.actor", notNullValue())
                .body("consent.givenAt", notNullValue());
    }

    @Test
    void offers_consent_notice_in_both_languages() {
        for (String version : List.of("current", "2026-11")) {
            filer.request()
                    .get("/v1/rules/notices/" + version)
                    .then()
                    .statusCode(200)
                    .body("version", equalTo("2026-11"))
                    .body("current", equalTo(true))
                    .body("textZh", containsString("资质授权告知书"))
                    .body("textEn", containsString("authorisation"));
        }
        filer.request()
                .get("/v1/rules/notices/1999-01")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOTICE_NOT_FOUND"));
    }

    private io.restassured.response.ValidatableResponse evaluateForm(Map<String, Object> form) {
        return filer.request()
                .body(form)
                .post("/v1/qualifications/evaluation")
                .then()
                .statusCode(200);
    }

    @Test
    void serves_catalogue_of_rule_codes() {
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
