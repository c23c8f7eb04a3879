package io.zizhi.review.decision.making;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.DeskSettings;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import io.zizhi.review.decision.UnopenedDocuments;
import io.zizhi.review.review.DocumentViewRepository;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** document-service asks for the claim at each view, and the tests ask like it. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class UnopenedDocumentsComponentTest {

    private static final String APPROVAL = "{\"outcome\":\"APPROVED\"}";

    private final QualificationSubmitted submission = Submitted.at(Instant.now());
    private final String[] documents = submission.documentIds().toArray(String[]::new);

    @Inject
    DocumentViewRepository views;

    @Test
    void lists_unopened_documents_in_evidence_and_approval() {
        long workOrder = claimed();

        unopened(workOrder, documents);
        for (int repeated = 0; repeated < 2; repeated++) {
            Api.decide("reviewer-a", workOrder, APPROVAL)
                    .then()
                    .statusCode(200)
                    .body("unopenedDocuments", containsInAnyOrder(documents));
        }
    }

    @Test
    void lists_nothing_once_every_document_is_opened() {
        long workOrder = claimed();
        openAll();

        unopened(workOrder);
        openAll();
        Api.as("auditor")
                .get("/v1/reviews/{wo}/audit-trail", workOrder)
                .then()
                .body("items.findAll { it.action == 'document.opened' }.actor", contains("reviewer-a", "reviewer-a"))
                .body(
                        "items.findAll { it.action == 'document.opened' }.fields[0]",
                        contains("/documents/" + documents[0]));
        Api.as("supervisor")
                .get("/v1/reviews/{wo}/evidence", workOrder)
                .then()
                .body("unopenedDocuments", hasSize(documents.length));
        Api.decide("reviewer-a", workOrder, APPROVAL)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("unopenedDocuments")));
    }

    @Test
    void refuses_to_approve_unopened_documents_by_policy() {
        QuarkusMock.installMockForType(
                new UnopenedDocuments(views, DeskSettings.with(Map.of("zizhi.review.unopened-documents", "REFUSE"))),
                UnopenedDocuments.class);
        long workOrder = claimed();

        Api.decide("reviewer-b", workOrder, APPROVAL).then().statusCode(409).body("code", equalTo("LEASE_REQUIRED"));
        Api.decide("reviewer-a", workOrder, APPROVAL)
                .then()
                .statusCode(409)
                .body("code", equalTo("DOCUMENTS_UNOPENED"))
                .body("errors", hasSize(documents.length));
        openAll();
        Api.decide("reviewer-a", workOrder, APPROVAL).then().statusCode(200).body("status", equalTo("DECIDED"));
    }

    private long claimed() {
        long workOrder = Api.opened(submission);
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        return workOrder;
    }

    private void openAll() {
        for (String document : documents) {
            Api.asService("document-service")
                    .get("/internal/v1/claims?reviewerId=reviewer-a&documentId={id}", document)
                    .then()
                    .statusCode(200);
        }
    }

    private static void unopened(long workOrder, String... expected) {
        Api.as("reviewer-a")
                .get("/v1/reviews/{wo}/evidence", workOrder)
                .then()
                .statusCode(200)
                .body("unopenedDocuments", expected.length == 0 ? empty() : containsInAnyOrder(expected));
    }
}
