package io.zizhi.review.decision.reasons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue of reasons, and the texts that a desk adds to it. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class CannedTextComponentTest {

    private static final String TEXT = "{\"zh\":\"请重新拍摄，四角完整。\",\"en\":\"Photograph it again, with all corners.\"}";

    @Test
    void lists_every_reason_with_a_canned_text() {
        Api.as("reviewer-a")
                .get("/v1/reasons")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("IMAGE_BLURRED", "MATERIAL_INSUFFICIENT"))
                .body("items.find { it.code == 'IMAGE_BLURRED' }.zh", equalTo("图片模糊"))
                .body("items.find { it.code == 'IMAGE_BLURRED' }.texts[0].zh", equalTo("图片模糊。请重新拍摄清晰的照片。"))
                .body("items.find { it.code == 'MATERIAL_INSUFFICIENT' }.rejection", equalTo(false))
                .body("items.collect { it.texts[0].name }", everyItem(equalTo("standard")))
                .body("documentKinds", hasItems("BUSINESS_LICENSE"))
                .body("places.pointer", hasItems("/company/name", "/moreMaterial/*"))
                .body("letterPlaces.pointer", hasItem("/signatureNames"));
        Api.as("applicant-a").get("/v1/reasons").then().statusCode(403);
    }

    @Test
    void explains_every_reason_to_applicants() {
        Api.as("applicant-a")
                .get("/v1/reasons/labels")
                .then()
                .statusCode(200)
                .body("items.find { it.code == 'IMAGE_BLURRED' }.zh", equalTo("图片模糊"))
                .body("items.find { it.code == 'IMAGE_BLURRED' }.adviceZh", equalTo("请重新拍摄清晰的照片"))
                .body("places.pointer", hasItem("/company/name"));
    }

    @Test
    void adds_replaces_and_deletes_a_text_by_version() {
        write("operator", "corners", 0, TEXT)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("changedBy", equalTo("operator"));
        Api.as("reviewer-a")
                .get("/v1/reasons")
                .then()
                .body(texts() + "[0].name", equalTo("standard"))
                .body(texts() + ".find { it.name == 'corners' }.en", equalTo("Photograph it again, with all corners."))
                .body(texts() + "[0].changedBy", nullValue());

        write("supervisor", "corners", 1, TEXT.replace("again", "once more"))
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("changedBy", equalTo("supervisor"));
        delete("operator", "corners", 1).then().statusCode(412).body("code", equalTo("STALE_VERSION"));
        delete("operator", "corners", 2).then().statusCode(204);

        Api.as("reviewer-a").get("/v1/reasons").then().body(texts() + ".name", not(hasItem("corners")));
        delete("operator", "corners", 2).then().statusCode(404).body("code", equalTo("TEXT_NOT_FOUND"));
        assertThat(Api.texts("select role || ' ' || action from audit_entry"
                        + " where object_id = 'IMAGE_BLURRED/corners' order by sequence"))
                .containsExactly(
                        "operator canned-text.written",
                        "supervisor canned-text.written",
                        "operator canned-text.deleted");
    }

    @Test
    void rejects_a_change_of_another_version() {
        write("operator", "stale", 3, TEXT).then().statusCode(412);
        write("operator", "stale", 0, TEXT).then().statusCode(200);
        write("operator", "stale", 0, TEXT.replace("corners", "edges")).then().statusCode(412);
        write("operator", "stale", 2, TEXT.replace("corners", "edges")).then().statusCode(412);
        Api.as("operator")
                .contentType(ContentType.JSON)
                .body(TEXT)
                .put("/v1/reasons/IMAGE_BLURRED/texts/stale")
                .then()
                .statusCode(428);
        assertThat(Api.texts("select en from canned_text where name = 'stale'"))
                .containsExactly("Photograph it again, with all corners.");
    }

    @Test
    void lets_one_of_several_concurrent_replacements_win() {
        write("operator", "race", 0, TEXT).then().statusCode(200);

        List<Integer> statuses = Stream.of("operator", "supervisor", "operator", "supervisor")
                .parallel()
                .map(user -> write(user, "race", 1, TEXT).statusCode())
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 412, 412, 412);
    }

    @Test
    void refuses_changes_of_bundled_texts_and_unknown_reasons() {
        write("operator", "standard", 0, TEXT).then().statusCode(409).body("code", equalTo("TEXT_BUNDLED"));
        delete("operator", "standard", 0).then().statusCode(404);
        Api.as("operator")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(TEXT)
                .put("/v1/reasons/NO_SUCH/texts/a")
                .then()
                .statusCode(404)
                .body("code", equalTo("REASON_NOT_FOUND"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"zh\":\"一\"}                       | /en | FIELD_REQUIRED",
                "{\"zh\":\" \",\"en\":\"a\"}           | /zh | FIELD_REQUIRED",
                "{\"zh\":\"一\",\"en\":\"\\u0007\"}    | /en | FIELD_HAS_CONTROL_CHARACTERS",
                "{\"zh\":\"一\",\"en\":\"a\",\"fr\":\"\"} | /fr | FIELD_UNKNOWN"
            })
    void rejects_a_malformed_text(String body, String pointer, String code) {
        write("operator", "malformed", 0, body)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    private static String texts() {
        return "items.find { it.code == 'IMAGE_BLURRED' }.texts";
    }

    private static Response write(String user, String name, long version, String body) {
        return Api.as(user)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put("/v1/reasons/IMAGE_BLURRED/texts/" + name);
    }

    private static Response delete(String user, String name, long version) {
        return Api.as(user).header("If-Match", "\"" + version + "\"").delete("/v1/reasons/IMAGE_BLURRED/texts/" + name);
    }
}
