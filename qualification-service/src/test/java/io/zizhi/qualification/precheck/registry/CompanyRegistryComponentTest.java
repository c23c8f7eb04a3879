package io.zizhi.qualification.precheck.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider over HTTP that answers or is down. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class CompanyRegistryComponentTest {

    private static final List<String> PHOTOS =
            List.of("/legalRepresentative/emblemDocumentId", "/legalRepresentative/portraitDocumentId");

    @Inject
    CircuitBreakerMaintenance breakers;

    private Filer filer;
    private Map<String, Object> form;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        form = filer.goodForm();
        Peers.reset();
        breakers.resetAll();
    }

    @Test
    void sends_all_four_elements_to_provider() {
        evaluate().body("passed", equalTo(true));

        assertThat(Peers.calls("/registry/checks"))
                .singleElement()
                .asString()
                .contains(
                        DemoAccounts.COMPANY_A.companyName(),
                        DemoAccounts.COMPANY_A.creditCode(),
                        "李示例",
                        Forms.text(Forms.part(form, "legalRepresentative"), "idNumber"),
                        "RESIDENT_ID");
    }

    @Test
    void limits_checks_to_prevent_guessing_legal_representative() {
        evaluate().body("rules.findAll{it.code=='COMPANY_NOT_CHECKED'}", hasSize(0));
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update account_allowance set used = 1000000 where purpose like 'company-check %'")
                        .executeUpdate()));
        try {
            evaluate().body("rules.find{it.code=='COMPANY_NOT_CHECKED'}.status", equalTo("UNKNOWN"));
            assertThat(Peers.calls("/registry/checks")).hasSize(1);
        } finally {
            Reactive.inTransaction(() -> Panache.getSession()
                    .chain(session -> session.createNativeQuery("delete from account_allowance")
                            .executeUpdate()));
        }
    }

    @Test
    void skips_check_of_invalid_data() {
        Forms.part(form, "legalRepresentative").put("idNumber", "110105194912310021");

        evaluate().body("rules.findAll{it.code=='COMPANY_NOT_CHECKED'}", hasSize(0));
        assertThat(Peers.calls("/registry/checks")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FOUR_ELEMENTS_ERROR, COMPANY_ELEMENTS_MISMATCH",
        "LEGAL_REPRESENTATIVE_MISMATCH, LEGAL_REPRESENTATIVE_MISMATCH",
        "NO_COMPANY, COMPANY_NOT_FOUND",
        "NO_LEGAL_REPRESENTATIVE, LEGAL_REPRESENTATIVE_NOT_FOUND"
    })
    void unconfirmed_company_needs_photos_and_is_shown_to_reviewer(String result, String code) {
        Peers.set("company-registry", result);

        evaluate()
                .body("passed", equalTo(false))
                .body("rules.findAll{it.status=='FAILED'}.code", hasItems(code, "LEGAL_ID_PHOTO_REQUIRED"))
                .body("rules.findAll{it.code=='LEGAL_ID_PHOTO_REQUIRED'}.pointer", equalTo(PHOTOS));

        Forms.part(form, "legalRepresentative").put("emblemDocumentId", Forms.documentId());
        Forms.part(form, "legalRepresentative").put("portraitDocumentId", Forms.documentId());
        evaluate().body("passed", equalTo(true)).body("rules.find{it.code=='" + code + "'}.status", equalTo("WARNING"));
        snapshotOf(submit())
                .body("evaluation.rules.code", contains(code))
                .body("evaluation.rules.status", contains("WARNING"));
    }

    @Test
    void rejects_company_not_in_operation_despite_photos() {
        Peers.set("company-registry", "COMPANY_STATE_INVALID");

        evaluate()
                .body("rules.findAll{it.status=='FAILED'}.code", contains("COMPANY_STATE_INVALID"))
                .body("passed", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "A_RESULT_OF_A_NEWER_VERSION"})
    void submission_continues_when_provider_does_not_answer(String state) {
        Peers.set("company-registry", state);

        assertUnchecked(submit());
    }

    @Test
    void submission_continues_when_call_ends_without_answer() {
        long id = filer.draft(form);

        Response answer = Peers.whileSilent("company-registry", "/registry/checks", () -> filer.submit(id));

        assertUnchecked(answer.then().statusCode(200).extract().jsonPath().getLong("workOrder"));
    }

    private static void assertUnchecked(long workOrder) {
        snapshotOf(workOrder)
                .body("evaluation.passed", equalTo(true))
                .body("evaluation.rules.code", contains("COMPANY_NOT_CHECKED"))
                .body("evaluation.rules.status", contains("UNKNOWN"));
    }

    private io.restassured.response.ValidatableResponse evaluate() {
        return filer.request()
                .body(form)
                .post("/v1/qualifications/evaluation")
                .then()
                .statusCode(200);
    }

    private long submit() {
        return filer.submit(filer.draft(form))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("workOrder");
    }

    private static io.restassured.response.ValidatableResponse snapshotOf(long workOrder) {
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.service("review-service", "qualification-service"))
                .get("/internal/v1/submissions/" + workOrder)
                .then()
                .statusCode(200);
    }
}
