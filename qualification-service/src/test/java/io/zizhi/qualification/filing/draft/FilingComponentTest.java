package io.zizhi.qualification.filing.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class FilingComponentTest {

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
    }

    @Test
    void unchanged_form_leaves_version_and_timeline() {
        Map<String, Object> form = filer.goodForm();
        long id = filer.draft(form);
        long version = filer.version(id);

        filer.edit(id, form).then().statusCode(200).body("version", equalTo((int) version));
        filer.request().get("/v1/qualifications/" + id + "/timeline").then().body("items.act", contains("DRAFTED"));
    }

    @Test
    void allows_incomplete_draft() {
        Map<String, Object> form = Forms.bare();

        filer.request()
                .body(form)
                .post("/v1/qualifications")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/qualifications/\\d+"))
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("DRAFT"))
                .body("workingCopy", equalTo(true))
                .body("form.name", equalTo(form.get("name")))
                .body("form.company", nullValue())
                .body("workOrder", nullValue());
    }

    @Test
    void shows_owner_full_names_and_masked_numbers() {
        long id = filer.draft(filer.goodForm());

        filer.get(id)
                .then()
                .statusCode(200)
                .body("form.legalRepresentative.name", equalTo("李示例"))
                .body("form.legalRepresentative.idNumber", matchesPattern("110105\\*{8}.{4}"))
                .body("form.administrator.idNumber", matchesPattern("110105\\*{8}.{4}"))
                .body("form.administrator.phone", equalTo("139****1234"))
                .body("form.remark", equalTo("第一行\n第二行"));
    }

    @Test
    void keeps_masked_values_when_form_is_sent_back() {
        Map<String, Object> form = filer.goodForm();
        long id = filer.draft(form);
        Map<String, Object> read = filer.get(id).jsonPath().getMap("form");
        read.put("remark", "改过");

        filer.edit(id, read).then().statusCode(200).body("version", equalTo(2)).body("form.remark", equalTo("改过"));
        filer.submit(id).then().statusCode(200);

        // A sheet of an earlier test may still be looking up its phones.
        assertThat(Peers.calls("/internal/v1/phone-verifications"))
                .anySatisfy(call -> assertThat(call).contains("13900001234"));
        filer.request()
                .get("/v1/qualifications/" + id + "/timeline")
                .then()
                .body("items.act", contains("DRAFTED", "EDITED", "SUBMITTED"))
                .body("items[1].details.fields", contains("/remark"))
                .body("items[0].actor", not(nullValue()));
    }

    @Test
    void stores_no_personal_data_in_plain_text() {
        long id = filer.draft(filer.goodForm());

        String row = Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select content || encode(personal_data, 'escape') from revision"
                                        + " where qualification_id = " + id,
                                String.class)
                        .getSingleResult()));

        assertThat(row).contains("RESIDENT_ID").doesNotContain("李示例", "王示例", "11010519491231", "13900001234");
    }

    @Test
    void reads_data_stored_by_newer_version() {
        long id = filer.draft(filer.goodForm());
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("update revision"
                                + " set content = jsonb_set(content, '{company,aFieldOfANewerVersion}', 'true')"
                                + " || jsonb_build_object('anotherOne', 1) where qualification_id = " + id)
                        .executeUpdate()));

        filer.get(id).then().statusCode(200).body("form.legalRepresentative.name", equalTo("李示例"));
        filer.request()
                .post("/v1/qualifications/" + id + "/evaluation")
                .then()
                .statusCode(200)
                .body("passed", equalTo(true));
    }

    @Test
    void name_is_unique_per_account_until_deletion() {
        Map<String, Object> form = Forms.bare();
        long id = filer.draft(form);

        filer.request()
                .body(form)
                .post("/v1/qualifications")
                .then()
                .statusCode(409)
                .body("code", equalTo("NAME_TAKEN"))
                .body("errors.pointer", contains("/name"));
        Filer.ofCompanyB().draft(form);

        filer.request()
                .header("If-Match", "\"1\"")
                .delete("/v1/qualifications/" + id)
                .then()
                .statusCode(204);
        filer.get(id).then().statusCode(404).body("code", equalTo("QUALIFICATION_NOT_FOUND"));
        filer.draft(form);
    }

    @Test
    void rejects_name_that_looks_like_another() {
        Object unique = Forms.bare().get("name");
        Map<String, Object> first = Forms.bare();
        first.put("name", "工商银行" + unique);
        filer.draft(first);
        Map<String, Object> radicals = Forms.bare();
        radicals.put("name", "⼯商银⾏" + unique);
        Map<String, Object> invisible = Forms.bare();
        invisible.put("name", "工商银行\uFE0F" + unique);

        filer.request()
                .body(radicals)
                .post("/v1/qualifications")
                .then()
                .statusCode(409)
                .body("code", equalTo("NAME_TAKEN"));
        filer.request()
                .body(invisible)
                .post("/v1/qualifications")
                .then()
                .statusCode(409)
                .body("code", equalTo("NAME_TAKEN"));
        filer.request()
                .body(radicals)
                .post("/v1/qualifications/evaluation")
                .then()
                .statusCode(200)
                .body("rules.find{it.code=='NAME_TAKEN'}.status", equalTo("FAILED"))
                .body("rules.find{it.code=='NAME_CHARACTER_INVALID' && it.pointer=='/name'}.status", equalTo("FAILED"));
        radicals.put("name", "⼯商银⾏" + Forms.bare().get("name"));
        filer.draft(radicals);
    }

    @Test
    void rejects_edit_to_a_taken_name() {
        Map<String, Object> first = Forms.bare();
        filer.draft(first);
        long second = filer.draft(Forms.bare());

        filer.edit(second, first).then().statusCode(409).body("code", equalTo("NAME_TAKEN"));
        assertThat(filer.version(second)).isEqualTo(1);
    }

    @Test
    void changes_require_the_current_version() {
        long id = filer.draft(Forms.bare());
        String path = "/v1/qualifications/" + id;

        filer.request().body(Forms.bare()).put(path).then().statusCode(428).body("code", equalTo("VERSION_REQUIRED"));
        filer.request()
                .header("If-Match", "7")
                .body(Forms.bare())
                .put(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE_VERSION"));
        filer.request().delete(path).then().statusCode(428);
        filer.request().header("If-Match", "7").delete(path).then().statusCode(412);
        filer.request()
                .header("If-Match", "7")
                .post(path + "/withdrawal")
                .then()
                .statusCode(412);
        filer.request().post(path + "/withdrawal").then().statusCode(428);
        assertThat(filer.version(id)).isEqualTo(1);
    }

    @Test
    void hides_qualifications_from_other_accounts() {
        long id = filer.draft(Forms.bare());
        Filer other = Filer.ofCompanyB();
        String path = "/v1/qualifications/" + id;

        other.get(id).then().statusCode(404).body("code", equalTo("QUALIFICATION_NOT_FOUND"));
        other.request()
                .header("If-Match", "1")
                .body(Forms.bare())
                .put(path)
                .then()
                .statusCode(404);
        other.request().header("If-Match", "1").delete(path).then().statusCode(404);
        other.request().get(path + "/timeline").then().statusCode(404);
        other.request().post(path + "/evaluation").then().statusCode(404);
        other.submit(id, 1, "key-" + id).then().statusCode(404);
        other.request()
                .header("If-Match", "1")
                .post(path + "/withdrawal")
                .then()
                .statusCode(404);
        assertThat(filer.status(id)).isEqualTo("DRAFT");
    }

    @Test
    void allows_only_applicants_to_draft() {
        for (String user : List.of("reviewer-a", "operator", "auditor")) {
            Filer.as(user).body(Forms.bare()).post("/v1/qualifications").then().statusCode(403);
            Filer.as(user).get("/v1/qualifications").then().statusCode(403);
        }
        io.restassured.RestAssured.given().get("/v1/qualifications").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({"SELF, PERSON", "THIRD_PARTY, COMPANY", "THIRD_PARTY, PUBLIC_INSTITUTION"})
    void drafts_any_purpose_and_owner_type(String purpose, String ownerType) {
        Map<String, Object> form = Forms.bare();
        form.put("purpose", purpose);
        form.put("ownerType", ownerType);

        filer.request()
                .body(form)
                .post("/v1/qualifications")
                .then()
                .statusCode(201)
                .body("purpose", equalTo(purpose))
                .body("ownerType", equalTo(ownerType));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\",\"purpose\":\"SELF\"} | /ownerType | FIELD_REQUIRED",
                "{\"purpose\":\"SELF\",\"ownerType\":\"COMPANY\"} | /name | FIELD_REQUIRED",
                "{\"name\":\"a\",\"purpose\":\"SELF\",\"ownerType\":\"KING\"} | /ownerType | FIELD_TYPE_WRONG",
                "{\"name\":\"a\",\"purpose\":\"SELF\",\"ownerType\":\"COMPANY\",\"extra\":1} | /extra | FIELD_UNKNOWN",
                "{\"name\":\"a\\u0000\",\"purpose\":\"SELF\",\"ownerType\":\"COMPANY\"} | /name | FIELD_HAS_CONTROL_CHARACTERS",
                "{\"name\":7,\"purpose\":\"SELF\",\"ownerType\":\"COMPANY\"} | /name | FIELD_TYPE_WRONG",
                "{\"name\":\"a\",\"purpose\":\"SELF\",\"ownerType\":\"COMPANY\",\"moreMaterial\":[\"x\"]} | /moreMaterial/0 | DOCUMENT_ID_INVALID",
                "{\"name\":\"a\",\"purpose\":\"SELF\",\"ownerType\":\"COMPANY\",\"moreMaterial\":[null]} | /moreMaterial/0 | FIELD_REQUIRED",
                "{\"name\":\"a\",\"purpose\":\"SELF\",\"ownerType\":\"COMPANY\",\"legalRepresentative\":{\"idNumber\":1}} | /legalRepresentative/idNumber | FIELD_TYPE_WRONG",
                "{\"name\":\"a\",\"purpose\":\"SELF\",\"ownerType\":\"COMPANY\",\"legalRepresentative\":{\"validTo\":\"2026-02-30\"}} | /legalRepresentative/validTo | FIELD_TYPE_WRONG",
                "{\"name\":\"a\",\"purpose\":\"SELF\",\"ownerType\":\"COMPANY\",\"legalRepresentative\":{\"validTo\":\"2026-02-03T10:00:00Z\"}} | /legalRepresentative/validTo | FIELD_TYPE_WRONG",
                "{\"name\":\"a\",\"purpose\":\"SELF\",\"ownerType\":\"COMPANY\",\"administrator\":{\"phoneVerificationId\":\"../x\"}} | /administrator/phoneVerificationId | PHONE_VERIFICATION_ID_INVALID",
                "{\"name\":\"a\",\"purpose\":\"SELF\",\"ownerType\":\"COMPANY\",\"consent\":{\"accepted\":\"yes\"}} | /consent/accepted | FIELD_TYPE_WRONG",
            })
    void reports_invalid_body_with_pointer_and_code(String body, String pointer, String code) {
        filer.request()
                .body(body)
                .post("/v1/qualifications")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @Test
    void limits_texts_and_number_of_documents() {
        Map<String, Object> form = filer.goodForm();
        form.put("remark", "字".repeat(501));
        Forms.part(form, "legalRepresentative").put("name", "李".repeat(51));
        Forms.part(form, "administrator").put("idNumber", "1".repeat(51));
        form.put("moreMaterial", java.util.Collections.nCopies(11, Forms.documentId()));

        filer.request()
                .body(form)
                .post("/v1/qualifications")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains("/administrator/idNumber", "/legalRepresentative/name", "/moreMaterial", "/remark"))
                .body(
                        "errors.code",
                        contains("FIELD_TOO_LONG", "FIELD_TOO_LONG", "TOO_MANY_DOCUMENTS", "FIELD_TOO_LONG"));
    }

    @Test
    void pages_and_filters_the_list() {
        String mark = "批" + UUID.randomUUID().toString().substring(0, 8);
        for (int number = 0; number < 5; number++) {
            Map<String, Object> form = Forms.bare();
            form.put("name", mark + number);
            filer.draft(form);
        }

        var first = filer.request()
                .queryParam("name", mark)
                .queryParam("limit", 3)
                .get("/v1/qualifications")
                .then()
                .statusCode(200)
                .body("items.name", contains(mark + 4, mark + 3, mark + 2))
                .extract()
                .jsonPath();
        filer.request()
                .queryParam("name", mark)
                .queryParam("limit", 3)
                .queryParam("cursor", first.getString("nextCursor"))
                .get("/v1/qualifications")
                .then()
                .body("items.name", contains(mark + 1, mark + 0))
                .body("nextCursor", nullValue());
        filer.request()
                .queryParam("name", mark)
                .queryParam("status", "APPROVED")
                .get("/v1/qualifications")
                .then()
                .body("items", hasSize(0));
        filer.request()
                .queryParam("name", mark)
                .queryParam("status", "DRAFT")
                .get("/v1/qualifications")
                .then()
                .body("items", hasSize(5));
        Filer.ofCompanyB()
                .request()
                .queryParam("name", mark)
                .get("/v1/qualifications")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void rejects_too_large_or_empty_body() {
        Map<String, Object> form = Forms.bare();
        form.put("remark", "字".repeat(100_000));

        filer.request()
                .body(form)
                .post("/v1/qualifications")
                .then()
                .statusCode(413)
                .body("code", notNullValue());
        filer.request().post("/v1/qualifications").then().statusCode(400).body("code", equalTo("VALIDATION_FAILED"));
        filer.request().body("[]").post("/v1/qualifications").then().statusCode(400);
    }

    @Test
    void database_rejects_changes_to_history_and_submitted_revisions() {
        Filer.Submitted submitted = filer.submitted();

        for (String change : List.of(
                "update revision set content = cast('{}' as jsonb) where work_order = " + submitted.workOrder(),
                "update revision set work_order = null, submitted_at = null where work_order = "
                        + submitted.workOrder(),
                "update timeline_entry set act = 'DELETED' where qualification_id = " + submitted.id(),
                "delete from timeline_entry where qualification_id = " + submitted.id())) {
            assertThatThrownBy(() -> Reactive.inTransaction(() -> Panache.getSession()
                            .chain(session -> session.createNativeQuery(change).executeUpdate())))
                    .as(change)
                    .hasMessageContaining("never changed");
        }
    }

    @Test
    void rejects_invalid_query_parameters() {
        filer.request()
                .queryParam("status", "LOST")
                .get("/v1/qualifications")
                .then()
                .statusCode(400)
                .body("code", equalTo("STATUS_UNKNOWN"));
        Map<String, String> impossible =
                Map.of("\u0001", "FIELD_HAS_CONTROL_CHARACTERS", "字".repeat(101), "FIELD_TOO_LONG");
        impossible.forEach((name, code) -> filer.request()
                .queryParam("name", name)
                .get("/v1/qualifications")
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors.pointer", contains("?name"))
                .body("errors.code", contains(code)));
        filer.request()
                .queryParam("name", "\0")
                .get("/v1/qualifications")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?name"))
                .body("errors.code", contains("PARAMETER_MALFORMED"));
        filer.request()
                .queryParam("cursor", "x")
                .get("/v1/qualifications")
                .then()
                .statusCode(400);
        filer.request()
                .queryParam("limit", "0")
                .get("/v1/qualifications")
                .then()
                .statusCode(400);
        filer.request().get("/v1/qualifications/abc").then().statusCode(404);
        filer.request().get("/v1/qualifications/9999999999999999").then().statusCode(404);
    }
}
