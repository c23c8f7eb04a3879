package io.zizhi.review.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.platform.runtime.cleanup.CleanUp;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import io.zizhi.review.sla.settings.CurrentClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the default limits: 400 documents, 4,000 views of documents, 60 submissions and 60 accounts per hour. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class ViewingLimitsComponentTest {

    private static final String WANTED = "{\"pointers\":[\"/legalRepresentative/idNumber\"],\"reason\":\"与执照核对\"}";

    @Inject
    MeterRegistry metrics;

    @Inject
    ViewingGauges gauges;

    @Inject
    CurrentClock clock;

    @Inject
    CleanUp cleanUp;

    @BeforeEach
    void start() {
        Api.update("delete from staff_view");
        Api.update("delete from viewing_allowance");
        Api.update("delete from unmasking_allowance");
    }

    @Test
    void refuses_another_submission_at_the_limit_per_hour() {
        seen("reviewer-a", "SUBMISSION", 59, "company-a", 10);
        Api.update("update staff_view set viewed_at = viewed_at - interval '10 minutes' where object_id = '1'");
        long last = claimed("reviewer-a");
        unmask("reviewer-a", last).statusCode(200);
        long over = claimed("reviewer-a");
        double refusals = metrics.get("zizhi_viewing_refusals").counter().count();

        String seconds = unmask("reviewer-a", over)
                .statusCode(429)
                .body("code", equalTo("VIEWING_LIMITED"))
                .extract()
                .header("Retry-After");

        assertThat(Integer.parseInt(seconds))
                .as("forty minutes, until the oldest view leaves the window")
                .isBetween(2_300, 2_400);
        assertThat(Api.count("select count(*) from audit_entry where action = 'review.unmasked' and object_id = '"
                        + over + "'"))
                .isZero();
        assertThat(metrics.get("zizhi_viewing_refusals").counter().count()).isEqualTo(refusals + 1);
        unmask("reviewer-a", last).statusCode(200);
        unmask("reviewer-b", claimed("reviewer-b")).statusCode(200);
        age("41 minutes");
        unmask("reviewer-a", over).statusCode(200);
    }

    @Test
    void refuses_another_document_at_the_limit_per_day() {
        seen("reviewer-a", "DOCUMENT", 2_399, "company-a", 600);
        QualificationSubmitted submission = Submitted.at(Instant.now());
        long workOrder = Api.opened(submission);
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        view("reviewer-a", submission.documentIds().getFirst()).then().statusCode(200);

        Response refused = view("reviewer-a", submission.documentIds().getLast());

        refused.then().statusCode(429).body("code", equalTo("VIEWING_LIMITED"));
        assertThat(Integer.parseInt(refused.header("Retry-After")))
                .as("fourteen hours")
                .isBetween(50_300, 50_400);
        assertThat(Api.count("select count(*) from document_view where work_order = " + workOrder))
                .isEqualTo(1);
        view("reviewer-a", submission.documentIds().getFirst()).then().statusCode(200);
    }

    @Test
    void refuses_another_view_of_the_same_document_at_the_limit_per_hour() {
        QualificationSubmitted submission = Submitted.at(Instant.now());
        String document = submission.documentIds().getFirst();
        Api.claim("reviewer-a", Api.opened(submission)).then().statusCode(200);
        view("reviewer-a", document).then().statusCode(200);
        view("reviewer-a", document).then().statusCode(200);
        assertThat(Api.count("select coalesce(views, 1) from staff_view")).isEqualTo(2);

        Api.update("update staff_view set views = 3999");
        view("reviewer-a", document).then().statusCode(200);
        Response refused = view("reviewer-a", document);
        refused.then().statusCode(429).body("code", equalTo("VIEWING_LIMITED"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3_500, 3_600);
        view("reviewer-a", submission.documentIds().getLast()).then().statusCode(429);

        lift("supervisor", "reviewer-a").statusCode(200);
        view("reviewer-a", document).then().statusCode(200);
        assertThat(Api.count("select views from staff_view")).isEqualTo(1);
        Api.update("update staff_view set views = 4000");
        age("61 minutes");
        view("reviewer-a", document).then().statusCode(200);
        assertThat(Api.count("select views from staff_view")).isEqualTo(1);
    }

    @Test
    void counts_accounts_of_documents_and_submissions_together() {
        seen("reviewer-a", "DOCUMENT", 30, null, 5);
        Api.update("update staff_view set account_id = 'd-' || account_id");
        seen("reviewer-a", "SUBMISSION", 30, null, 5);
        long workOrder = claimed("reviewer-a");

        unmask("reviewer-a", workOrder).statusCode(429).body("code", equalTo("VIEWING_LIMITED"));

        Api.update("update staff_view set account_id = 'company-a' where object_id = '1'");
        unmask("reviewer-a", workOrder).statusCode(200);
    }

    @Test
    void alerts_once_when_views_become_unusual() {
        long alerts = alerts("reviewer.views-unusual");
        seen("reviewer-a", "SUBMISSION", 28, "company-a", 5);
        unmask("reviewer-a", claimed("reviewer-a")).statusCode(200);
        assertThat(alerts("reviewer.views-unusual")).isEqualTo(alerts);
        assertThat(people("UNUSUAL")).isZero();

        unmask("reviewer-a", claimed("reviewer-a")).statusCode(200);
        unmask("reviewer-a", claimed("reviewer-a")).statusCode(200);

        assertThat(alerts("reviewer.views-unusual")).isEqualTo(alerts + 1);
        assertThat(people("UNUSUAL")).isEqualTo(1);
        assertThat(people("LIMITED")).isZero();
        Api.as("supervisor")
                .get("/v1/viewing")
                .then()
                .statusCode(200)
                .body("items.reviewerId", contains("reviewer-a"))
                .body("items.level", contains("UNUSUAL"))
                .body("items[0].counts.measure", hasItem("SUBMISSIONS_PER_HOUR"))
                .body("items[0].counts.count", hasItem(31));
    }

    @Test
    void alerts_again_when_the_limit_is_reached() {
        long alerts = alerts("reviewer.views-limited");
        seen("reviewer-a", "SUBMISSION", 59, "company-a", 5);
        unmask("reviewer-a", claimed("reviewer-a")).statusCode(200);

        assertThat(alerts("reviewer.views-limited")).isEqualTo(alerts + 1);
        assertThat(people("LIMITED")).isEqualTo(1);
        age("61 minutes");
        assertThat(people("LIMITED")).isZero();
    }

    @Test
    void another_supervisor_lifts_the_limit() {
        seen("supervisor", "SUBMISSION", 60, "company-a", 5);
        seen("reviewer-a", "SUBMISSION", 60, "company-a", 5);
        long workOrder = claimed("reviewer-a");
        unmask("reviewer-a", workOrder).statusCode(429);

        lift("supervisor", "supervisor").statusCode(403).body("code", equalTo("SECOND_PERSON_REQUIRED"));
        lift("supervisor", "nobody").statusCode(404).body("code", equalTo("VIEWS_NOT_FOUND"));
        lift("reviewer-b", "reviewer-a").statusCode(403);
        lift("supervisor", "reviewer-a", "申请人 13800138000 催办")
                .statusCode(400)
                .body("errors.code", contains("PERSONAL_NUMBER"));
        unmask("reviewer-a", workOrder).statusCode(429);
        lift("supervisor", "reviewer-a")
                .statusCode(200)
                .body("level", equalTo("NORMAL"))
                .body("counts.count", contains(0, 0, 0, 0, 0, 0, 0));

        unmask("reviewer-a", workOrder).statusCode(200);
        assertThat(Api.texts("select actor || '|' || object_id || '|' || reason from audit_entry"
                        + " where action = 'reviewer.viewing-limit-lifted' order by 1 desc limit 1"))
                .containsExactly("supervisor|reviewer-a|代班两位同事");
    }

    @Test
    void replicas_count_one_after_the_other() {
        List<Long> reviews =
                IntStream.range(0, 6).mapToObj(i -> claimed("reviewer-a")).toList();
        seen("reviewer-a", "SUBMISSION", 58, "company-a", 5);

        List<Callable<Integer>> calls = reviews.stream()
                .<Callable<Integer>>map(
                        review -> () -> call("reviewer-a", review).statusCode())
                .toList();

        assertThat(Api.atOnce(calls))
                .containsOnly(200, 429)
                .filteredOn(status -> status == 200)
                .hasSize(2);
        assertThat(Api.count("select count(*) from staff_view")).isEqualTo(60);
    }

    @Test
    void records_views_while_the_desk_is_closed() {
        unmask("reviewer-a", claimed("reviewer-a")).statusCode(200);
        long viewed = Api.count("select cast(extract(epoch from viewed_at) * 1000000 as bigint) from staff_view");
        Instant viewedAt = Instant.EPOCH.plus(viewed, ChronoUnit.MICROS);
        boolean open = Reactive.inTransaction(() -> clock.now().map(data -> data.isOpen(viewedAt)));
        assertThat(Api.count("select count(*) from staff_view where outside_hours"))
                .isEqualTo(open ? 0 : 1);

        Api.update("update staff_view set outside_hours = false");
        assertThat(outsideHours()).isZero();
        Api.update("update staff_view set outside_hours = true");
        assertThat(outsideHours()).isEqualTo(1);
        age("61 minutes");
        assertThat(outsideHours()).isZero();
    }

    @Test
    void deletes_views_after_two_days() {
        seen("reviewer-a", "SUBMISSION", 2, "company-a", 5);
        Api.update("update staff_view set viewed_at = now() - interval '49 hours' where object_id = '1'");

        Reactive.run(cleanUp::round);

        assertThat(Api.texts("select object_id from staff_view")).containsExactly("2");
    }

    /**
     * Stores views of the person.
     *
     * @param account account of all objects; null for one each
     */
    private static void seen(String person, String kind, int objects, @Nullable String account, int minutesAgo) {
        Api.update("insert into staff_view(reviewer_id, kind, object_id, account_id, viewed_at, outside_hours)"
                + " select '" + person + "', '" + kind + "', i, "
                + (account == null ? "'a-' || i" : "'" + account + "'")
                + ", clock_timestamp() - interval '" + minutesAgo + " minutes', false from generate_series(1, "
                + objects
                + ") i");
    }

    private static void age(String interval) {
        Api.update("update staff_view set viewed_at = viewed_at - interval '" + interval + "'");
    }

    private static long claimed(String user) {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        Api.claim(user, workOrder).then().statusCode(200);
        return workOrder;
    }

    private static ValidatableResponse unmask(String user, long workOrder) {
        return call(user, workOrder).then();
    }

    private static Response call(String user, long workOrder) {
        return Api.as(user)
                .contentType(ContentType.JSON)
                .body(WANTED)
                .post("/v1/reviews/{workOrder}/unmasking", workOrder);
    }

    private static Response view(String reviewer, String document) {
        return Api.asService("document-service")
                .get("/internal/v1/claims?reviewerId={reviewer}&documentId={id}", reviewer, document);
    }

    private static ValidatableResponse lift(String supervisor, String person) {
        return lift(supervisor, person, "代班两位同事");
    }

    private static ValidatableResponse lift(String supervisor, String person, String reason) {
        return Api.as(supervisor)
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"" + reason + "\"}")
                .post("/v1/viewing/{person}/lift", person)
                .then();
    }

    private static long alerts(String action) {
        return Api.count("select count(*) from audit_entry where action = '" + action + "'");
    }

    private double people(String level) {
        Reactive.run(gauges::measure);
        return metrics.get("zizhi_viewing_people").tag("level", level).gauge().value();
    }

    private double outsideHours() {
        Reactive.run(gauges::measure);
        return metrics.get("zizhi_viewing_people_outside_hours").gauge().value();
    }
}
