package io.zizhi.review.worklist.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class SearchComponentTest {

    @Test
    void finds_a_review_by_each_criterion() {
        var submission = Submitted.at(Instant.now());
        long workOrder = Api.opened(submission);
        String code = String.valueOf(submission.creditCode());
        String company = String.valueOf(submission.companyName());

        for (Map<String, ?> criteria : List.of(
                Map.of("workOrder", workOrder),
                Map.of("accountId", submission.accountId(), "workOrder", workOrder),
                Map.of("creditCode", code, "workOrder", workOrder),
                Map.of("companyName", company.substring(0, 2), "workOrder", workOrder),
                Map.of("submittedFrom", submission.submittedAt().toString(), "workOrder", workOrder),
                Map.of("workOrder", workOrder, "statuses", List.of("OPEN", "CLAIMED"), "policy", "STANDARD"))) {
            search("auditor", criteria).then().statusCode(200).body("items.workOrder", contains((int) workOrder));
        }
        for (Map<String, ?> criteria : List.of(
                Map.of("workOrder", workOrder, "accountId", "another"),
                Map.of("workOrder", workOrder, "companyName", "__"),
                Map.of("workOrder", workOrder, "statuses", List.of("DECIDED")),
                Map.of("workOrder", workOrder, "outcome", "APPROVED"))) {
            search("auditor", criteria).then().statusCode(200).body("items", empty());
        }
    }

    @Test
    void finds_decided_reviews_by_reviewer_outcome_and_period() {
        Instant before = Instant.now().minusSeconds(60);
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        Api.decide("reviewer-a", workOrder, "{\"outcome\":\"APPROVED\"}").then().statusCode(200);

        search("supervisor", Map.of("decidedFrom", before.toString(), "outcome", "APPROVED"))
                .then()
                .statusCode(200)
                .body("items.workOrder", hasItem((int) workOrder))
                .body("items.outcome", everyItem(equalTo("APPROVED")));
    }

    @Test
    void pages_from_the_newest_submission_on() {
        var first = Submitted.at(Instant.now());
        long older = Api.opened(first);
        long newer = Api.opened(Submitted.at(Instant.now()));
        String from = first.submittedAt().toString();

        Response page = search("supervisor", Map.of("submittedFrom", from), "?limit=1");

        page.then().body("items.size()", equalTo(1));
        assertThat(page.jsonPath().getLong("items[0].workOrder")).isGreaterThanOrEqualTo(newer);
        search("supervisor", Map.of("submittedFrom", from), "?cursor=" + newer)
                .then()
                .body("items.workOrder", hasItem((int) older));
    }

    @Test
    void records_the_names_of_the_criteria() {
        search("auditor", Map.of("workOrder", 77_777_777, "policy", "NEVER-SEEN"))
                .then()
                .statusCode(200);

        assertThat(Api.texts("select role || ' ' || array_to_string(fields, ' ') from audit_entry"
                        + " where action = 'reviews.searched'"))
                .contains("auditor workOrder policy");
    }

    @ParameterizedTest
    @CsvSource({"330106197812206220, 200", "company-13900139000, 200", "nobody-knows-it, 200", "张三, 400"})
    void begins_no_chain_of_audit_rows_for_any_text(String text, int status) {
        search("auditor", Map.of("accountId", text)).then().statusCode(status);

        assertThat(Api.texts("select chain from audit_head")).doesNotContain(text);
    }

    @ParameterizedTest
    @CsvSource({"reviewer-a, 403", "applicant-a, 403", "operator, 403", "supervisor, 400", "auditor, 400"})
    void answers_staff_who_read_every_review(String user, int status) {
        search(user, Map.of()).then().statusCode(status);
    }

    private static Response search(String user, Map<String, ?> criteria) {
        return search(user, criteria, "");
    }

    private static Response search(String user, Map<String, ?> criteria, String query) {
        return Api.as(user).contentType(ContentType.JSON).body(criteria).post("/v1/reviews/search" + query);
    }
}
