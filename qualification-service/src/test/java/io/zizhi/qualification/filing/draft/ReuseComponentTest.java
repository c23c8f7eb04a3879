package io.zizhi.qualification.filing.draft;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Filer.Submitted;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class ReuseComponentTest {

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
    }

    @Test
    void creates_draft_from_approved_qualification() {
        Submitted approved = filer.approved();
        String name = newName();
        Map<String, Object> administrator = Forms.part(approved.form(), "administrator");

        long copy = copy(filer, approved.id(), name)
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("DRAFT"))
                .body("name", equalTo(name))
                .body("purpose", equalTo("SELF"))
                .body("workOrder", nullValue())
                .body("form.name", equalTo(name))
                .body("form.company.name", equalTo(Forms.text(Forms.part(approved.form(), "company"), "name")))
                .body("form.legalRepresentative.name", equalTo("李示例"))
                .body("form.administrator.phone", equalTo("139****1234"))
                .body("form.administrator.portraitDocumentId", equalTo(administrator.get("portraitDocumentId")))
                .body("form.moreMaterial", equalTo(approved.form().get("moreMaterial")))
                .body("form.administrator.phoneVerificationId", nullValue())
                .body("form.consent", nullValue())
                .extract()
                .jsonPath()
                .getLong("id");

        timeline(copy).body("items.act", contains("DRAFTED")).body("items[0].details.copyOf", equalTo((int)
                approved.id()));
        timeline(approved.id()).body("items.act", hasItem("REUSED")).body("items[3].details.copy", equalTo((int) copy));
        filer.get(approved.id()).then().body("version", equalTo(3));
    }

    @Test
    void copies_approved_revision_and_not_the_amendment() {
        Submitted approved = filer.approved();
        Map<String, Object> amendment = Forms.verifiedAgain(approved.form());
        amendment.put("remark", "变更");
        filer.edit(approved.id(), amendment).then().statusCode(200);

        copy(filer, approved.id(), newName()).statusCode(201).body("form.remark", equalTo("第一行\n第二行"));
    }

    @Test
    void submits_copy_with_new_consent_and_phone() {
        Submitted approved = filer.approved();
        long copy = id(copy(filer, approved.id(), newName()));
        Map<String, Object> form = reread(copy, approved);

        filer.edit(copy, form).then().statusCode(200);
        filer.submit(copy).then().statusCode(200).body("status", equalTo("IN_REVIEW"));
    }

    @Test
    void recognises_approved_photos_uploaded_again() {
        Submitted approved = filer.approved();
        long copy = id(copy(filer, approved.id(), newName()));
        Map<String, Object> form = reread(copy, approved);
        Map<String, Object> administrator = Forms.part(form, "administrator");
        administrator.put("name", "赵示例");
        administrator.put("idNumber", Forms.residentId());
        administrator.put("emblemDocumentId", Forms.documentId());
        administrator.put("portraitDocumentId", Forms.documentId());
        filer.edit(copy, form).then().statusCode(200);
        Peers.set("sha256", "0".repeat(64));

        filer.submit(copy).then().statusCode(422).body("errors.code", hasItem("ID_PHOTO_OF_ANOTHER_PERSON"));
    }

    @Test
    void another_person_needs_own_photos_in_copy_and_amendment() {
        Submitted approved = filer.approved();
        long copy = id(copy(filer, approved.id(), newName()));
        Map<String, Object> form = reread(copy, approved);
        Map<String, Object> administrator = Forms.part(form, "administrator");
        administrator.put("name", "赵示例");
        administrator.put("idNumber", Forms.residentId());
        filer.edit(copy, form).then().statusCode(200);

        filer.submit(copy)
                .then()
                .statusCode(422)
                .body("errors.code", contains("ID_PHOTO_OF_ANOTHER_PERSON", "ID_PHOTO_OF_ANOTHER_PERSON"))
                .body(
                        "errors.pointer",
                        contains("/administrator/emblemDocumentId", "/administrator/portraitDocumentId"));
        Map<String, Object> amendment = Forms.verifiedAgain(approved.form());
        Forms.part(amendment, "administrator").put("idNumber", Forms.residentId());
        filer.edit(approved.id(), amendment).then().statusCode(200);
        filer.submit(approved.id()).then().statusCode(422).body("errors.code", hasItem("ID_PHOTO_OF_ANOTHER_PERSON"));

        administrator.put("emblemDocumentId", Forms.documentId());
        administrator.put("portraitDocumentId", Forms.documentId());
        filer.edit(copy, form).then().statusCode(200);
        filer.submit(copy).then().statusCode(200);
    }

    @Test
    void prefills_only_selected_parts() {
        Submitted approved = filer.approved();

        copy(filer, approved.id(), Map.of("name", newName(), "parts", List.of("COMPANY", "LEGAL_REPRESENTATIVE")))
                .statusCode(201)
                .body("form.company.creditCode", notNullValue())
                .body("form.legalRepresentative.name", equalTo("李示例"))
                .body("form.administrator", nullValue())
                .body("form.moreMaterial", hasSize(0))
                .body("form.remark", equalTo("第一行\n第二行"));
        copy(filer, approved.id(), Map.of("name", newName(), "parts", List.of()))
                .statusCode(201)
                .body("form.company", nullValue())
                .body("form.ownerType", equalTo("COMPANY"));
        copy(filer, approved.id(), Map.of("name", newName(), "parts", List.of("PHOTOS")))
                .statusCode(400);
    }

    /** Returns the form of a copy as read, with new consent, phone verification and full phone. */
    private Map<String, Object> reread(long copy, Submitted approved) {
        Map<String, Object> form =
                new LinkedHashMap<>(filer.get(copy).jsonPath().getMap("form"));
        Map<String, Object> administrator = new LinkedHashMap<>(Forms.part(form, "administrator"));
        administrator.put("phoneVerificationId", UUID.randomUUID().toString());
        form.put("administrator", administrator);
        form.put("consent", approved.form().get("consent"));
        return form;
    }

    private static long id(ValidatableResponse created) {
        return created.statusCode(201).extract().jsonPath().getLong("id");
    }

    @Test
    void rejects_reuse_without_approval_or_free_name() {
        Submitted submitted = filer.submitted();
        copy(filer, submitted.id(), newName()).statusCode(409).body("code", equalTo("NOT_IN_FORCE"));

        Submitted approved = filer.approved();
        copy(filer, approved.id(), Forms.text(approved.form(), "name"))
                .statusCode(409)
                .body("code", equalTo("NAME_TAKEN"))
                .body("errors.pointer", contains("/name"));
        copy(filer, approved.id(), " ").statusCode(400).body("errors.code", contains("FIELD_REQUIRED"));
        copy(filer, approved.id(), "字".repeat(101)).statusCode(400).body("errors.code", contains("FIELD_TOO_LONG"));
        copy(Filer.ofCompanyB(), approved.id(), newName())
                .statusCode(404)
                .body("code", equalTo("QUALIFICATION_NOT_FOUND"));
        filer.request()
                .body("{\"name\":\"a\",\"purpose\":\"THIRD_PARTY\"}")
                .post("/v1/qualifications/" + approved.id() + "/copies")
                .then()
                .statusCode(400)
                .body("errors.code", contains("FIELD_UNKNOWN"));
    }

    private static String newName() {
        return "复用" + UUID.randomUUID().toString().replace("-", "");
    }

    private static ValidatableResponse copy(Filer by, long id, String name) {
        return copy(by, id, Map.of("name", name));
    }

    private static ValidatableResponse copy(Filer by, long id, Map<String, Object> request) {
        return by.request()
                .body(request)
                .post("/v1/qualifications/" + id + "/copies")
                .then();
    }

    private ValidatableResponse timeline(long id) {
        return filer.request()
                .get("/v1/qualifications/" + id + "/timeline")
                .then()
                .statusCode(200);
    }
}
