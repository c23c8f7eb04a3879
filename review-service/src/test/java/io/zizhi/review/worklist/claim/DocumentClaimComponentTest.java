package io.zizhi.review.worklist.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class DocumentClaimComponentTest {

    private final QualificationSubmitted first = Submitted.at(Instant.now());
    private final QualificationSubmitted second = Submitted.again(first);
    private final String earlier = first.documentIds().getFirst();
    private final String later = second.documentIds().getFirst();

    @Test
    void claim_opens_documents_of_earlier_revisions_only() {
        Api.claim("reviewer-a", Api.opened(first)).then().statusCode(200);
        Api.claim("reviewer-b", Api.opened(second, 2)).then().statusCode(200);

        assertThat(view("reviewer-b", earlier, "page")
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getLong("workOrder"))
                .isEqualTo(second.workOrder());
        view("reviewer-b", later, "page").statusCode(200);
        view("reviewer-a", later, "page").statusCode(404);
        view("reviewer-b", Submitted.at(Instant.now()).documentIds().getFirst(), "page")
                .statusCode(404);
    }

    @Test
    void thumbnail_is_counted_but_opens_nothing() {
        long workOrder = Api.opened(first);
        Api.claim("reviewer-a", workOrder).then().statusCode(200);

        view("reviewer-a", earlier, "thumbnail").statusCode(200);
        assertThat(opened(workOrder)).isZero();
        assertThat(Api.count("select count(*) from staff_view where object_id = '" + earlier + "'"))
                .isEqualTo(1);

        view("reviewer-a", earlier, "page").statusCode(200);
        assertThat(opened(workOrder)).isEqualTo(1);
        assertThat(Api.count("select count(*) from staff_view where object_id = '" + earlier + "'"))
                .isEqualTo(1);
    }

    private static ValidatableResponse view(String reviewer, String document, String view) {
        return Api.asService("document-service")
                .header("Zizhi-View", view)
                .get("/internal/v1/claims?reviewerId={reviewer}&documentId={id}", reviewer, document)
                .then();
    }

    private long opened(long workOrder) {
        return Api.count("select count(*) from document_view where work_order = " + workOrder + " and document_id = '"
                + earlier + "'");
    }
}
