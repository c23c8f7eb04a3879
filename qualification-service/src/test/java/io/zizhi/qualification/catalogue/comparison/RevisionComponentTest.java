package io.zizhi.qualification.catalogue.comparison;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Tokens;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Filer.Submitted;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class RevisionComponentTest {

    private static final String PHONE = "13900001234";

    /** Looks the same as the first phone when masked. */
    private static final String OTHER_PHONE = "13988881234";

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
    }

    @Test
    void lists_revisions_newest_first_with_results() {
        Submitted approved = filer.approved();
        long id = approved.id();
        Submitted amended = filer.amended(approved);
        filer.withdraw(id).then().statusCode(200);
        filer.amended(amended);
        filer.edit(id, approved.form()).then().statusCode(409);

        revisions(id, "")
                .body("items.number", contains(3, 2, 1))
                .body("items.state", contains("IN_REVIEW", "WITHDRAWN", "APPROVED"))
                .body("items.inForce", contains(false, false, true))
                .body("items.workOrder[2]", equalTo((int) approved.workOrder()))
                .body("items.decidedAt", hasItem("2026-11-24T03:00:00Z"));
        revisions(id, "?limit=2").body("items.number", contains(3, 2)).body("nextCursor", equalTo("2"));
        revisions(id, "?limit=2&cursor=2").body("items.number", contains(1)).body("nextCursor", nullValue());
    }

    @Test
    void shows_revision_as_submitted_after_later_changes() {
        Submitted submitted = filer.submitted();
        Desk.publish(Desk.rejected(submitted.workOrder(), submitted.id()));
        filer.awaitStatus(submitted.id(), "REJECTED");
        Map<String, Object> form = Forms.verifiedAgain(submitted.form());
        form.put("remark", "改过");
        filer.edit(submitted.id(), form).then().statusCode(200);

        filer.request()
                .get("/v1/qualifications/" + submitted.id() + "/revisions/1")
                .then()
                .statusCode(200)
                .body("state", equalTo("REJECTED"))
                .body("decision.reasons[0].code", equalTo("COMPANY_NAME_MISMATCH"))
                .body("form.remark", equalTo("第一行\n第二行"))
                .body("form.legalRepresentative.name", equalTo("李示例"))
                .body("form.administrator.phone", equalTo("139****1234"));
    }

    @Test
    void compares_working_copy_with_submitted_revision() {
        Submitted submitted = filer.submitted();
        long id = submitted.id();
        filer.withdraw(id).then().statusCode(200);
        filer.edit(id, changed(submitted.form())).then().statusCode(200);

        difference(id, "1", "working")
                .statusCode(200)
                .body("from", equalTo("1"))
                .body("to", equalTo("working"))
                .body(
                        "changes.pointer",
                        contains(
                                "/remark",
                                "/administrator/phone",
                                "/administrator/phoneVerificationId",
                                "/moreMaterial/1"))
                .body("changes.kind", contains("CHANGED", "CHANGED", "CHANGED", "ADDED"))
                .body("changes[1].before", equalTo("139****1234"))
                .body("changes[1].after", equalTo("139****1234"))
                .body("changes[1].masked", equalTo(true))
                .body("changes[3].documentKind", equalTo("MORE_MATERIAL"))
                .body("changes[3].before", nullValue());
        difference(id, "working", "1").body("changes.kind", contains("CHANGED", "CHANGED", "CHANGED", "REMOVED"));
        difference(id, "1", "1").body("changes", hasSize(0));
    }

    @Test
    void shows_desk_changes_since_previous_submission_without_names() {
        Submitted first = filer.submitted();
        long id = first.id();
        filer.withdraw(id).then().statusCode(200);
        Map<String, Object> form = changed(first.form());
        Map<String, Object> legalRepresentative = new LinkedHashMap<>(Forms.part(form, "legalRepresentative"));
        legalRepresentative.put("name", "李四");
        form.put("legalRepresentative", legalRepresentative);
        filer.edit(id, form).then().statusCode(200);
        long second =
                filer.submit(id).then().statusCode(200).extract().jsonPath().getLong("workOrder");

        submission(second, "/difference")
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("previousRevision", equalTo(1))
                .body("previousWorkOrder", equalTo((int) first.workOrder()))
                .body(
                        "changes.pointer",
                        hasItems("/legalRepresentative/name", "/administrator/phone", "/moreMaterial/1"))
                .body("changes.after", hasItems("李*", "139****1234"))
                .body("changes.after", not(hasItem("李四")));
        submission(second, "/difference?from=1").body("previousRevision", equalTo(1));
        submission(second, "/previous")
                .statusCode(200)
                .body("workOrder", equalTo((int) first.workOrder()))
                .body("revision", equalTo(1))
                .body("form.legalRepresentative.name", equalTo("李*"));
        submission(first.workOrder(), "/previous").statusCode(404).body("code", equalTo("REVISION_NOT_FOUND"));
        submission(first.workOrder(), "/difference").statusCode(404).body("code", equalTo("REVISION_NOT_FOUND"));
        submission(second, "/difference?from=2").statusCode(404).body("code", equalTo("REVISION_NOT_FOUND"));
        submission(second, "/difference?from=x").statusCode(400).body("code", equalTo("REVISION_MALFORMED"));
        submission(99, "/difference").statusCode(404).body("code", equalTo("WORK_ORDER_NOT_FOUND"));
        filer.request()
                .get("/internal/v1/submissions/" + second + "/difference")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0,       400, REVISION_MALFORMED",
        "x, 1,       400, REVISION_MALFORMED",
        "1, 2,       404, REVISION_NOT_FOUND",
        "7, 1,       404, REVISION_NOT_FOUND",
        "1, working, 404, REVISION_NOT_FOUND",
        "1, '',      400, REVISION_MALFORMED",
    })
    void rejects_comparison_with_missing_revision(String from, String to, int status, String code) {
        difference(filer.submitted().id(), from, to).statusCode(status).body("code", equalTo(code));
    }

    @Test
    void hides_revisions_from_other_accounts() {
        long id = filer.submitted().id();
        Filer other = Filer.ofCompanyB();

        for (String path : List.of("/revisions", "/revisions/1", "/difference?from=1&to=1")) {
            other.request()
                    .get("/v1/qualifications/" + id + path)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("QUALIFICATION_NOT_FOUND"));
        }
        filer.request()
                .get("/v1/qualifications/" + id + "/revisions/2")
                .then()
                .statusCode(404)
                .body("code", equalTo("REVISION_NOT_FOUND"));
        filer.request()
                .get("/v1/qualifications/" + id + "/difference")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?from"));
        revisions(id, "").body("items[0].workOrder.toString()", matchesPattern("\\d+"));
    }

    private static Map<String, Object> changed(Map<String, Object> form) {
        Map<String, Object> changed = Forms.verifiedAgain(form);
        changed.put("remark", "改过");
        Forms.part(changed, "administrator").replace("phone", PHONE, OTHER_PHONE);
        List<?> material = (List<?>) Objects.requireNonNull(changed.get("moreMaterial"));
        changed.put("moreMaterial", List.of(material.getFirst(), Forms.documentId()));
        return changed;
    }

    private ValidatableResponse revisions(long id, String query) {
        return filer.request()
                .get("/v1/qualifications/" + id + "/revisions" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse difference(long id, String from, String to) {
        return filer.request()
                .get("/v1/qualifications/" + id + "/difference?from=" + from + "&to=" + to)
                .then();
    }

    private static ValidatableResponse submission(long workOrder, String path) {
        return given().auth()
                .oauth2(Tokens.service("review-service", "qualification-service"))
                .get("/internal/v1/submissions/" + workOrder + path)
                .then();
    }
}
