package io.zizhi.qualification.reviewapi.unmasking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Filer.Submitted;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.Letters;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class ValuesComponentTest {

    private static final List<String> ALL = List.of(
            "/legalRepresentative/name",
            "/legalRepresentative/idNumber",
            "/administrator/name",
            "/administrator/idNumber",
            "/administrator/phone");

    private static final String REVIEWER = "reviewer-of-the-test";

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    void start() {
        Peers.reset();
        breakers.resetAll();
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from unmasking_allowance")
                        .executeUpdate()));
    }

    @Test
    void reveals_every_masked_field_and_records_it() {
        Submitted submitted = Filer.ofCompanyA().submitted();
        Map<String, Object> legalRepresentative = Forms.part(submitted.form(), "legalRepresentative");
        Map<String, Object> administrator = Forms.part(submitted.form(), "administrator");

        claimed(submitted.workOrder());
        values(submitted.workOrder(), ALL)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("workOrder", equalTo((int) submitted.workOrder()))
                .body("values.pointer", equalTo(ALL))
                .body(
                        "values.value",
                        contains(
                                legalRepresentative.get("name"),
                                legalRepresentative.get("idNumber"),
                                administrator.get("name"),
                                administrator.get("idNumber"),
                                administrator.get("phone")));

        assertThat(audited(submitted.workOrder())).containsExactly("service|company-a|" + String.join(" ", ALL));
    }

    @Test
    void reveals_letter_party_alone_and_with_qualification() {
        Letters letters = new Letters(Filer.ofPerson());
        Map<String, Object> form = Letters.good();
        form.put("authorisedParty", "王小示例");
        long alone = letters.submit(letters.drafted(form))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("workOrder");
        claimed(alone);
        values(alone, List.of("/authorisedParty", "/letter/authorisedParty", "/legalRepresentative/name"))
                .statusCode(200)
                .body("values.value", contains("王小示例", null, null));

        Filer agency = Filer.ofAgency();
        Letters travelling = new Letters(agency);
        Map<String, Object> paper = Letters.good();
        long id = agency.draft(travelling.thirdParty(travelling.drafted(paper)));
        long together =
                agency.submit(id).then().statusCode(200).extract().jsonPath().getLong("workOrder");
        claimed(together);
        values(together, List.of("/letter/authorisedParty", "/authorisedParty"))
                .body("values.value", contains(paper.get("authorisedParty"), null));
    }

    @Test
    void allows_only_services_and_masked_fields_of_submissions() {
        long workOrder = Filer.ofCompanyA().submitted().workOrder();

        for (String user : List.of("applicant-a", "reviewer-a", "supervisor", "auditor", "operator")) {
            Filer.as(user)
                    .body(Map.of("pointers", ALL))
                    .post("/internal/v1/submissions/" + workOrder + "/values")
                    .then()
                    .statusCode(403);
        }
        values(workOrder, List.of("/company/name")).statusCode(400).body("errors.code", contains("POINTER_UNKNOWN"));
        values(workOrder, List.of()).statusCode(400);
        Filer.asService("review-service")
                .body(Map.of("pointers", ALL))
                .post("/internal/v1/submissions/" + workOrder + "/values")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reviewerId"));
        claimed(99);
        values(99, ALL).statusCode(404).body("code", equalTo("WORK_ORDER_NOT_FOUND"));
        assertThat(audited(workOrder)).isEmpty();
    }

    @Test
    void rejects_reviewer_without_live_claim() {
        long workOrder = Filer.ofCompanyA().submitted().workOrder();

        values(workOrder, ALL).statusCode(403).body("code", equalTo("CLAIM_REQUIRED"));
        Peers.set("claim:" + workOrder, "another-reviewer");
        values(workOrder, ALL).statusCode(403).body("code", equalTo("CLAIM_REQUIRED"));
        assertThat(audited(workOrder)).isEmpty();

        claimed(workOrder);
        values(workOrder, ALL).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void reveals_nothing_when_claim_cannot_be_checked(boolean silent) {
        long workOrder = Filer.ofCompanyA().submitted().workOrder();
        claimed(workOrder);
        Peers.set("review-service", "down");

        Response answer = silent
                ? Peers.whileSilent("review-service", "/internal/v1/reviews", () -> ask(workOrder, ALL))
                : ask(workOrder, ALL);

        answer.then().statusCode(503).body("code", equalTo("REVIEW_SERVICE_UNAVAILABLE"));
        assertThat(Peers.calls("/internal/v1/reviews")).hasSize(1);
        assertThat(audited(workOrder)).isEmpty();
    }

    @Test
    void limits_unmasked_fields_per_reviewer_and_day() {
        long workOrder = Filer.ofCompanyA().submitted().workOrder();
        claimed(workOrder);
        values(workOrder, ALL).statusCode(200);
        used(720 - ALL.size());
        values(workOrder, ALL).statusCode(200);
        values(workOrder, ALL.subList(0, 1)).statusCode(429).body("code", equalTo("UNMASKING_LIMITED"));
        podClock(Duration.ofHours(25));
        values(workOrder, ALL.subList(0, 1)).statusCode(429).body("code", equalTo("UNMASKING_LIMITED"));
        assertThat(audited(workOrder)).hasSize(2);
    }

    private static ValidatableResponse values(long workOrder, List<String> pointers) {
        return ask(workOrder, pointers).then();
    }

    private static Response ask(long workOrder, List<String> pointers) {
        return Filer.asService("review-service")
                .body(Map.of("reviewerId", REVIEWER, "pointers", pointers))
                .post("/internal/v1/submissions/" + workOrder + "/values");
    }

    /** Moves the pod clock ahead until the end of the test; the database clock is unchanged. */
    private static void podClock(Duration ahead) {
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), ahead), Clock.class);
    }

    private static void claimed(long workOrder) {
        Peers.set("claim:" + workOrder, REVIEWER);
    }

    private static void used(int fields) {
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("update unmasking_allowance set used = :used")
                        .setParameter("used", fields)
                        .executeUpdate()));
    }

    private static List<String> audited(long workOrder) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select role || '|' || account_id || '|' || array_to_string(fields, ' ') from audit_entry"
                                        + " where action = 'submission.unmasked' and object_id = :workOrder",
                                String.class)
                        .setParameter("workOrder", Long.toString(workOrder))
                        .getResultList()));
    }
}
