package io.zizhi.qualification.filing.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Filer.Submitted;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class AmendmentComponentTest {

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
    }

    @Test
    void shows_revision_in_force_beside_amendment() {
        Submitted approved = filer.approved();
        long id = approved.id();
        filer.get(id)
                .then()
                .body("inForceWorkOrder", equalTo((int) approved.workOrder()))
                .body("inForce", nullValue());

        filer.edit(id, amendment(approved)).then().statusCode(200);
        filer.get(id)
                .then()
                .body("status", equalTo("APPROVED"))
                .body("workingCopy", equalTo(true))
                .body("form.remark", equalTo("变更"))
                .body("inForce.workOrder", equalTo((int) approved.workOrder()))
                .body("inForce.revision", equalTo(1))
                .body("inForce.approvedAt", equalTo("2026-11-24T03:00:00Z"))
                .body("inForce.form.remark", equalTo("第一行\n第二行"))
                .body("inForce.form.administrator.idNumber", matchesPattern("110105\\*{8}.{4}"));

        filer.submit(id)
                .then()
                .statusCode(200)
                .body("form.remark", equalTo("变更"))
                .body("inForce.form.remark", equalTo("第一行\n第二行"));
    }

    @Test
    void repeated_amendment_submission_gets_original_response() {
        Submitted approved = filer.approved();
        filer.edit(approved.id(), amendment(approved)).then().statusCode(200);
        long version = filer.version(approved.id());
        String key = UUID.randomUUID().toString();

        String first = filer.submit(approved.id(), version, key)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String again = filer.submit(approved.id(), version, key)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(first).contains("\"inForce\":{");
        assertThat(again).isEqualTo(first);
    }

    @Test
    void discarding_deletes_working_copy_with_personal_data() {
        Submitted approved = filer.approved();
        long id = approved.id();
        filer.edit(id, amendment(approved)).then().statusCode(200);
        assertThat(revisions(id)).isEqualTo(2);

        filer.discard(id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"5\""))
                .body("status", equalTo("APPROVED"))
                .body("workingCopy", equalTo(false))
                .body("inForce", nullValue())
                .body("form.remark", equalTo("第一行\n第二行"));

        assertThat(revisions(id)).isEqualTo(1);
        filer.request()
                .get("/v1/qualifications/" + id + "/timeline")
                .then()
                .body("items.act", hasItem("AMENDMENT_DISCARDED"))
                .body("items[4].role", equalTo("applicant"))
                .body("items[4].details.status", equalTo("APPROVED"));
        filer.edit(id, amendment(approved)).then().statusCode(200);
        filer.submit(id).then().statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void discarding_rejected_amendment_restores_revision_in_force() {
        Submitted amended = filer.amended(filer.approved());
        long id = amended.id();
        long inForce = filer.get(id).jsonPath().getLong("inForceWorkOrder");
        Desk.publish(Desk.rejected(amended.workOrder(), id));
        filer.awaitStatus(id, "REJECTED");

        filer.discard(id)
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("workOrder", equalTo((int) inForce))
                .body("revision", equalTo(1))
                .body("decision.outcome", equalTo("APPROVED"))
                .body("inForceWorkOrder", equalTo((int) inForce));

        assertThat(revisions(id)).as("submitted revisions stay in the history").isEqualTo(2);
        filer.discard(id).then().statusCode(409).body("code", equalTo("NOTHING_TO_DISCARD"));
    }

    @Test
    void discarding_requires_version_and_owner() {
        Submitted approved = filer.approved();
        String path = "/v1/qualifications/" + approved.id() + "/amendment";
        filer.edit(approved.id(), amendment(approved)).then().statusCode(200);

        filer.request().delete(path).then().statusCode(428).body("code", equalTo("VERSION_REQUIRED"));
        filer.request()
                .header("If-Match", "3")
                .delete(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE_VERSION"));
        Filer.ofCompanyB().request().header("If-Match", "4").delete(path).then().statusCode(404);
        Filer.as("reviewer-a").header("If-Match", "4").delete(path).then().statusCode(403);
        filer.get(approved.id()).then().body("workingCopy", equalTo(true));
    }

    private static Map<String, Object> amendment(Submitted approved) {
        Map<String, Object> form = Forms.verifiedAgain(approved.form());
        form.put("remark", "变更");
        return form;
    }

    private static long revisions(long id) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from revision where qualification_id = " + id, Long.class)
                        .getSingleResult()));
    }
}
