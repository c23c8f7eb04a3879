package io.zizhi.qualification.reviewapi.snapshot;

import static io.zizhi.platform.testkit.Waits.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Filer.Submitted;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.Letters;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the differences between submissions that reviewers see, including letters. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class SubmissionDifferenceComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    CircuitBreakerMaintenance breakers;

    private Filer agency;
    private Letters letters;

    @BeforeEach
    void start() {
        agency = Filer.ofAgency();
        letters = new Letters(agency);
        Peers.reset();
        breakers.resetAll();
    }

    @Test
    void compares_letter_fields_with_previous_submission() {
        Map<String, Object> letter = Letters.good();
        long letterId = letters.drafted(letter);
        Map<String, Object> form = letters.thirdParty(letterId);
        long id = agency.draft(form);
        long first = workOrder(agency.submit(id));
        agency.withdraw(id).then().statusCode(200);
        letter.put("signatureNames", List.of("星河示例", "星河商城"));
        letter.put("validTo", Letters.LAST_DAY.plusYears(1).toString());
        letter.put("documentId", Forms.documentId());
        letters.edit(letterId, letter).then().statusCode(200);
        agency.edit(id, Forms.verifiedAgain(form)).then().statusCode(200);
        applicant(id, "from=1&to=working")
                .body("letter.workOrder", nullValue())
                .body("letter.changes.pointer", hasItems("/validTo", "/documentId"));
        long second = workOrder(agency.submit(id));

        applicant(id, "from=1&to=2")
                .body("letter.workOrder", equalTo((int) second))
                .body("letter.previousWorkOrder", equalTo((int) first))
                .body("letter.changes.find{it.pointer=='/documentId'}.documentKind", equalTo("AUTHORIZATION_LETTER"))
                .body("letter.changes.after", hasItem("星河商城"));
        submission(second, "/difference")
                .statusCode(200)
                .body("letter.letterId", equalTo((int) letterId))
                .body("letter.workOrder", equalTo((int) second))
                .body("letter.previousWorkOrder", equalTo((int) first))
                .body(
                        "letter.changes.pointer",
                        containsInAnyOrder("/validTo", "/documentId", "/signatureNames/1", "/signatureNames/1"))
                .body("letter.changes.find{it.pointer=='/validTo'}.before", equalTo(Letters.LAST_DAY.toString()))
                .body("letter.changes.find{it.pointer=='/documentId'}.documentKind", equalTo("AUTHORIZATION_LETTER"))
                .body("letter.changes.after", hasItem("星河商城"))
                .body("letter.changes.before", hasItem("Galaxy2026"));
        submission(second, "/difference?from=in-force").statusCode(404).body("code", equalTo("REVISION_NOT_FOUND"));
    }

    private ValidatableResponse applicant(long id, String revisions) {
        return agency.request()
                .get("/v1/qualifications/" + id + "/difference?" + revisions)
                .then()
                .statusCode(200);
    }

    @Test
    void unchanged_letter_has_no_changes_and_missing_letter_is_null() {
        long letterId = letters.drafted(Letters.good());
        Map<String, Object> form = letters.thirdParty(letterId);
        long id = agency.draft(form);
        agency.submit(id).then().statusCode(200);
        agency.withdraw(id).then().statusCode(200);
        agency.edit(id, Forms.verifiedAgain(form)).then().statusCode(200);
        submission(workOrder(agency.submit(id)), "/difference").body("letter.changes", hasSize(0));

        Filer company = Filer.ofCompanyA();
        Submitted amended = company.amended(company.approved());
        submission(amended.workOrder(), "/difference").statusCode(200).body("letter", nullValue());
    }

    @Test
    void compares_amendment_with_revision_in_force_after_rejection() {
        Filer company = Filer.ofCompanyA();
        Submitted approved = company.approved();
        Map<String, Object> form = Forms.verifiedAgain(approved.form());
        form.put("remark", "第一次改");
        Submitted first = company.amended(new Submitted(approved.id(), approved.workOrder(), form));
        company.withdraw(approved.id()).then().statusCode(200);
        form.put("remark", "第二次改");
        Submitted second = company.amended(new Submitted(approved.id(), first.workOrder(), form));

        submission(second.workOrder(), "/difference?from=in-force")
                .statusCode(200)
                .body("previousWorkOrder", equalTo((int) approved.workOrder()))
                .body("changes.find{it.pointer=='/remark'}.before", equalTo("第一行\n第二行"));
        submission(second.workOrder(), "/difference")
                .body("previousWorkOrder", equalTo((int) first.workOrder()))
                .body("changes.find{it.pointer=='/remark'}.before", equalTo("第一次改"));
        submission(approved.workOrder(), "/difference?from=in-force")
                .statusCode(404)
                .body("code", equalTo("REVISION_NOT_FOUND"));
    }

    @Test
    void compares_letter_with_previous_submission_and_renewed_letter() {
        Letters person = new Letters(Filer.ofPerson());
        Map<String, Object> letter = Letters.good();
        letter.put("authorisedParty", "王小示例");
        long id = person.drafted(letter);
        long first = workOrder(person.submit(id));
        person.withdraw(id).then().statusCode(200);
        letter.put("authorisedParty", "王大示例");
        person.edit(id, letter).then().statusCode(200);
        long second = workOrder(person.submit(id));

        submission(second, "/letter/difference")
                .statusCode(200)
                .body("previousWorkOrder", equalTo((int) first))
                .body("changes.pointer", contains("/authorisedParty"))
                .body("changes[0].masked", equalTo(true))
                .body("changes[0].before", equalTo("王*"));
        submission(second, "/letter/difference?from=1").body("previousWorkOrder", equalTo((int) first));
        submission(first, "/letter/difference").statusCode(404).body("code", equalTo("REVISION_NOT_FOUND"));
        submission(second, "/letter/difference?from=in-force").statusCode(404);
        submission(second, "/letter/difference?from=x").statusCode(400).body("code", equalTo("REVISION_MALFORMED"));
        submission(99, "/letter/difference").statusCode(404).body("code", equalTo("WORK_ORDER_NOT_FOUND"));

        approve(second, id);
        await().atMost(PATIENCE).until(() -> person.status(id).equals("APPROVED"));
        long renewal = person.post(id, "renewal").jsonPath().getLong("id");
        Map<String, Object> paper = Letters.good();
        paper.put("authorisedParty", "王大示例");
        paper.put("validTo", Letters.LAST_DAY.plusYears(2).toString());
        person.edit(renewal, paper).then().statusCode(200);
        long renewed = workOrder(person.submit(renewal));
        submission(renewed, "/letter/difference?from=in-force")
                .statusCode(200)
                .body("previousLetterId", equalTo((int) id))
                .body("letterId", equalTo((int) renewal))
                .body("changes.pointer", hasItem("/validTo"))
                .body("changes.pointer", not(hasItem("/authorisedParty")));
    }

    @Test
    void shows_documents_and_registry_result_of_submission() {
        Map<String, Object> letter = Letters.good();
        long letterId = letters.drafted(letter);
        Map<String, Object> form = letters.thirdParty(letterId);
        long workOrder = workOrder(agency.submit(agency.draft(form)));

        submission(workOrder, "")
                .statusCode(200)
                .body("evaluation.registry", equalTo("MATCHED"))
                .body("evaluation.rules.status", everyItem(not(is("PASSED"))))
                .body(
                        "documents.pointer",
                        contains(
                                "/company/certificate/documentId",
                                "/administrator/emblemDocumentId",
                                "/administrator/portraitDocumentId",
                                "/moreMaterial/0",
                                "/letter/documentId"))
                .body("documents[4].documentId", equalTo(letter.get("documentId")))
                .body("documents[4].kind", equalTo("AUTHORIZATION_LETTER"));
    }

    private static void approve(long workOrder, long letterId) {
        EventBus.publish(
                new ReviewDecided(
                        workOrder,
                        letterId,
                        2,
                        ReviewOutcome.APPROVED,
                        List.of(),
                        List.of(),
                        "reviewer-a",
                        Instant.parse("2026-11-24T03:00:00Z"),
                        ReviewSubject.LETTER,
                        null,
                        letterId),
                1);
    }

    private static long workOrder(Response answer) {
        return answer.then().statusCode(200).extract().jsonPath().getLong("workOrder");
    }

    private static ValidatableResponse submission(long workOrder, String path) {
        return Filer.asService("review-service")
                .get("/internal/v1/submissions/" + workOrder + path)
                .then();
    }
}
