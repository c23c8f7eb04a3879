package io.zizhi.qualification.reviewapi.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import io.zizhi.qualification.testing.Pictures;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the reviewer learns from recognised pictures. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class RecognitionFindingsComponentTest {

    private Filer filer;
    private Map<String, Object> form;
    private String portrait;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
        form = filer.goodForm();
        portrait = Forms.text(Forms.part(form, "administrator"), "portraitDocumentId");
    }

    @Test
    void reviewer_sees_differences_masked() {
        String shown = Forms.residentId();
        Pictures.recognise(portrait, Pictures.portrait("赵示例", shown));

        long workOrder = submitted();

        snapshot(workOrder)
                .body(
                        "evaluation.rules.findAll{it.code=='RECOGNISED_VALUE_DIFFERS'}.pointer",
                        contains("/administrator/idNumber", "/administrator/name"))
                .body("evaluation.recognition.pictures.pointer", contains("/administrator/portraitDocumentId"))
                .body("evaluation.recognition.pictures[0].status", equalTo("DONE"))
                .body("evaluation.recognition.pictures[0].hints", contains("GLARE"))
                .body("evaluation.recognition.pictures[0].colour", equalTo(true))
                .body(
                        "evaluation.recognition.differences.pointer",
                        contains("/administrator/name", "/administrator/idNumber"))
                .body(
                        "evaluation.recognition.differences.recognised",
                        contains("赵*", shown.substring(0, 6) + "********" + shown.substring(14)))
                .body("evaluation.recognition.differences[0].documentId", equalTo(portrait))
                .body("form.administrator.name", equalTo("王*"));
    }

    @Test
    void reviewer_sees_where_values_differ_that_are_masked_alike() {
        String typed = Forms.text(Forms.part(form, "administrator"), "idNumber");
        Pictures.recognise(portrait, Pictures.portrait("王例示", typed));

        snapshot(submitted())
                .body("evaluation.recognition.differences.pointer", contains("/administrator/name"))
                .body("evaluation.recognition.differences[0].recognised", equalTo("王*"))
                .body("evaluation.recognition.differences[0].differsAt", contains(1, 2))
                .body("form.administrator.name", equalTo("王*"));
    }

    @Test
    void recognised_values_are_stored_encrypted_only() {
        String shown = Forms.residentId();
        Pictures.recognise(portrait, Pictures.portrait("赵示例", shown));

        long workOrder = submitted();

        assertThat(text("select cast(r as text) from revision r where work_order = " + workOrder))
                .contains("RECOGNISED_VALUE_DIFFERS")
                .doesNotContain(shown, "赵示例");
        assertThat(text("select string_agg(payload, ' ') from outbox where payload like '%" + workOrder + "%'"))
                .isNotEmpty()
                .doesNotContain(shown, "赵示例");
    }

    @Test
    void equal_values_are_no_difference() {
        String typed = Forms.text(Forms.part(form, "administrator"), "idNumber");
        Pictures.recognise(portrait, Pictures.portrait("王示例", typed.toLowerCase(Locale.ROOT)));

        snapshot(submitted()).body("evaluation.recognition.differences", empty());
    }

    @Test
    void submissions_without_recognition_have_no_findings() {
        snapshot(submitted()).body("evaluation.containsKey('recognition')", equalTo(false));
    }

    @Test
    void next_revision_has_only_its_own_differences() {
        Pictures.recognise(portrait, Pictures.portrait("赵示例", Forms.residentId()));
        long id = filer.draft(form);
        filer.submit(id).then().statusCode(200);
        filer.withdraw(id).then().statusCode(200);
        Peers.releasePhone(form);
        Pictures.recognise(
                portrait, Pictures.portrait("王示例", Forms.text(Forms.part(form, "administrator"), "idNumber")));
        filer.edit(id, Forms.verifiedAgain(form)).then().statusCode(200);

        snapshot(workOrder(id)).body("evaluation.recognition.differences", empty());
    }

    private static String text(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, String.class).getSingleResult()));
    }

    private long submitted() {
        return workOrder(filer.draft(form));
    }

    private long workOrder(long id) {
        return filer.submit(id).then().statusCode(200).extract().jsonPath().getLong("workOrder");
    }

    private static ValidatableResponse snapshot(long workOrder) {
        return Filer.asService("review-service")
                .get("/internal/v1/submissions/" + workOrder)
                .then()
                .statusCode(200);
    }
}
