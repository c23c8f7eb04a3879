package io.zizhi.review.reviewer.directory;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class ReviewerDirectoryComponentTest {

    @Test
    void lists_known_reviewers_with_name_and_held_reviews() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        String holder = Api.claim("reviewer-a", workOrder)
                .then()
                .statusCode(200)
                .extract()
                .path("reviewerId");

        Api.as("supervisor")
                .get("/v1/reviewers?limit=100")
                .then()
                .statusCode(200)
                .body("items.find { it.reviewerId == '" + holder + "' }.displayName", equalTo("reviewer-a"))
                .body("items.find { it.reviewerId == '" + holder + "' }.heldReviews", greaterThanOrEqualTo(1))
                .body("items.reviewerId", not(hasItem("supervisor")));
    }
}
