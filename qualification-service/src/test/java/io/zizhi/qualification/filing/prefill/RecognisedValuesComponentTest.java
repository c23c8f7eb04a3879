package io.zizhi.qualification.filing.prefill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import io.zizhi.qualification.testing.Pictures;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class RecognisedValuesComponentTest {

    private static final String CHECKS = "/internal/v1/documents/check";

    @Inject
    CircuitBreakerMaintenance breakers;

    private Filer filer;
    private Map<String, Object> form;
    private String portrait;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
        breakers.resetAll();
        form = filer.goodForm();
        portrait = Forms.text(Forms.part(form, "administrator"), "portraitDocumentId");
    }

    @Test
    void offers_values_beside_typed_ones() {
        Map<String, Object> administrator = Forms.part(form, "administrator");
        String typed = Forms.text(administrator, "idNumber");
        String shown = Forms.residentId();
        administrator.remove("name");
        Pictures.recognise(portrait, Pictures.portrait("赵示例", shown));

        values(filer.draft(form), "")
                .statusCode(200)
                .body("state", equalTo("FINAL"))
                .body("pictures.pointer", contains("/administrator/portraitDocumentId"))
                .body("pictures.status", contains("DONE"))
                .body("values.pointer", contains("/administrator/name", "/administrator/idNumber"))
                .body("values[0].recognised", equalTo("赵示例"))
                .body("values[0].containsKey('typed')", equalTo(false))
                .body("values[0].differsAt", empty())
                .body("values[1].recognised", equalTo(masked(shown)))
                .body("values[1].typed", equalTo(masked(typed)))
                .body("values[1].field", equalTo("idNumber"))
                .body("values.agrees", everyItem(equalTo(false)))
                .body("values.documentId", everyItem(equalTo(portrait)))
                .body("values[1].confidence", equalTo(0.99f));
    }

    @Test
    void says_where_a_value_differs() {
        Pictures.recognise(
                portrait, Pictures.portrait("王例示", Forms.text(Forms.part(form, "administrator"), "idNumber")));

        values(filer.draft(form), "")
                .body("values.pointer", contains("/administrator/name", "/administrator/idNumber"))
                .body("values[0].differsAt", contains(1, 2))
                .body("values[1].differsAt", empty());
    }

    @Test
    void changes_nothing() {
        Pictures.recognise(portrait, Pictures.portrait("赵示例", Forms.residentId()));
        long id = filer.draft(form);
        long version = filer.version(id);

        values(id, "").statusCode(200);

        assertThat(filer.version(id)).isEqualTo(version);
        filer.get(id).then().body("form.administrator.name", equalTo("王示例"));
    }

    @Test
    void says_when_recognition_is_off_or_unavailable() {
        long id = filer.draft(form);

        values(id, "").body("state", equalTo("FINAL")).body("pictures", empty()).body("values", empty());
        Peers.set("document-service", "down");
        values(id, "?wait=3")
                .statusCode(200)
                .body("state", equalTo("UNAVAILABLE"))
                .body("values", empty());
    }

    @Test
    void answers_after_the_wait_while_recognition_is_unfinished() {
        Pictures.recognise(portrait, Pictures.unfinished());
        long id = filer.draft(form);
        long start = System.nanoTime();

        values(id, "?wait=1").body("state", equalTo("PENDING")).body("pictures.status", contains("PENDING"));

        assertThat(System.nanoTime() - start).isGreaterThan(900_000_000L);
        int before = checks().size();
        values(id, "").body("state", equalTo("PENDING"));
        assertThat(checks()).hasSize(before + 1);
    }

    @Test
    void answers_as_soon_as_recognition_ends() {
        long id = filer.draft(form);
        Pictures.recogniseAfterOneAnswer(portrait, Pictures.portrait("赵示例", Forms.residentId()));
        int before = checks().size();

        values(id, "?wait=3").body("state", equalTo("FINAL")).body("values", hasSize(2));

        assertThat(checks()).hasSizeGreaterThan(before + 1);
    }

    @Test
    void shows_only_the_owner() {
        long id = filer.draft(form);

        Filer.ofCompanyB().request().get(path(id)).then().statusCode(404);
        Filer.as("reviewer-a").get(path(id)).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"4", "-1", "x"})
    void refuses_other_waits(String wait) {
        values(1, "?wait=" + wait).statusCode(400).body("code", equalTo("PARAMETER_INVALID"));
    }

    @Test
    void evaluation_warns_about_differences_with_one_question() {
        Pictures.recognise(portrait, Pictures.portrait("王示例", Forms.residentId()));
        long id = filer.draft(form);
        int before = checks().size();

        filer.request()
                .post("/v1/qualifications/" + id + "/evaluation")
                .then()
                .statusCode(200)
                .body("passed", equalTo(true))
                .body("rules.findAll{it.status=='WARNING'}.code", contains("RECOGNISED_VALUE_DIFFERS", "PICTURE_GLARE"))
                .body(
                        "rules.findAll{it.code=='RECOGNISED_VALUE_DIFFERS' && it.status=='WARNING'}.pointer",
                        contains("/administrator/idNumber"))
                .body(
                        "rules.findAll{it.code=='RECOGNISED_VALUE_DIFFERS' && it.status=='PASSED'}.pointer",
                        contains("/administrator/name"));
        assertThat(checks()).hasSize(before + 1);
    }

    @Test
    void unfinished_recognition_does_not_block_a_submission() {
        Pictures.recognise(portrait, Pictures.unfinished());
        long id = filer.draft(form);

        filer.request()
                .post("/v1/qualifications/" + id + "/evaluation")
                .then()
                .body("passed", equalTo(true))
                .body("rules.findAll{it.status=='UNKNOWN'}.code", contains("PICTURE_NOT_RECOGNISED"));
        filer.submit(id).then().statusCode(200);
    }

    @Test
    void never_shows_a_recognised_id_number_in_full() {
        String shown = Forms.residentId();
        Pictures.recognise(portrait, Pictures.portrait("王示例", shown));

        String answer = values(filer.draft(form), "").extract().asString();

        assertThat(answer).doesNotContain(shown).contains(masked(shown));
    }

    /** Returns the checks of this test's documents. Work in the background checks those of earlier tests. */
    private List<String> checks() {
        return Peers.calls(CHECKS).stream()
                .filter(call -> call.contains(portrait))
                .toList();
    }

    private ValidatableResponse values(long id, String query) {
        return ask(id, query).then();
    }

    private Response ask(long id, String query) {
        return filer.request().get(path(id) + query);
    }

    private static String path(long id) {
        return "/v1/qualifications/" + id + "/recognised-values";
    }

    private static String masked(String number) {
        return number.substring(0, 6) + "********" + number.substring(14);
    }
}
