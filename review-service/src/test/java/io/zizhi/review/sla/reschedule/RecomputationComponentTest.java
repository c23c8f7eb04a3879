package io.zizhi.review.sla.reschedule;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.SlaRescheduled;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected instants are computed manually from the weekdays, 09:00 to 21:00 in Asia/Shanghai. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class RecomputationComponentTest {

    @Test
    void moves_reviews_when_a_year_is_loaded() {
        // Monday 2091-11-05 10:00: 11 hours of Monday, 12 of Tuesday, 1 of Wednesday.
        long government = open("2091-11-05T02:00:00Z", OwnerType.PUBLIC_INSTITUTION);
        // Monday 20:30: half an hour, and 90 minutes of Tuesday.
        long company = open("2091-11-05T12:30:00Z", OwnerType.COMPANY);
        due(government, "2091-11-07T02:00:00Z", true);
        due(company, "2091-11-06T02:30:00Z", true);

        // The notice makes Tuesday a day off.
        long revision = load(2091, 0, "2091-11-06");

        finished(revision);
        due(government, "2091-11-08T02:00:00Z", false);
        due(company, "2091-11-07T02:30:00Z", false);
        SlaRescheduled published =
                (SlaRescheduled) EventBus.await(EventType.SLA_RESCHEDULED, Long.toString(government));
        assertThat(published.dueAt()).isEqualTo(Instant.parse("2091-11-08T02:00:00Z"));
        assertThat(published.previousDueAt()).isEqualTo(Instant.parse("2091-11-07T02:00:00Z"));
        // 75 % are 18 hours: 11 of Monday and 7 of Wednesday. 150 % are 36 hours: 11 of Monday, 12 of Wednesday, 12 of
        // Thursday, 1 of Friday.
        assertThat(published.warnAt()).isEqualTo(Instant.parse("2091-11-07T08:00:00Z"));
        assertThat(published.escalateAt()).isEqualTo(Instant.parse("2091-11-09T02:00:00Z"));
        assertThat(published.provisional()).isFalse();
        assertThat(armed(government))
                .containsExactly(
                        "BREACH 2091-11-08 02:00:00", "ESCALATE 2091-11-09 02:00:00", "WARN 2091-11-07 08:00:00");
        Api.as("auditor")
                .get("/v1/reviews/{workOrder}/clock", government)
                .then()
                .body("revision", equalTo((int) newestRevision()))
                .body("calendars.year", contains(2091))
                .body("calendars.version", contains(1))
                .body("days[1].date", equalTo("2091-11-06"))
                .body("days[1].kind", equalTo("HOLIDAY"))
                .body("days[1].open", equalTo(false))
                .body("steps.kind", contains("RESCHEDULED"))
                .body("steps[0].revision", equalTo((int) revision))
                .body("steps[0]", not(hasKey("addedSeconds")))
                .body("steps[0].before.dueAt", equalTo("2091-11-07T10:00:00+08:00"))
                .body("steps[0].before.provisional", equalTo(true))
                .body("steps[0].after.dueAt", equalTo("2091-11-08T10:00:00+08:00"))
                .body("steps[0].after.provisional", equalTo(false));
    }

    @Test
    void leaves_unmoved_reviews_without_event_or_timer_change() {
        long workOrder = open("2086-05-06T02:00:00Z", OwnerType.COMPANY);
        finished(load(2086, 0, "2086-12-24"));
        await().until(() -> published(workOrder) == 1); // it is no longer provisional

        long revision = load(2086, 1, "2086-12-25");

        finished(revision);
        assertThat(published(workOrder)).isEqualTo(1);
        assertThat(armed(workOrder)).hasSize(3);
    }

    @Test
    void keeps_fired_stages_unless_due_again() {
        long past = open("2020-03-02T02:00:00Z", OwnerType.COMPANY);
        EventBus.await(EventType.SLA_ESCALATED, Long.toString(past));

        finished(load(2020, 0, "2020-03-02"));

        due(past, "2020-03-03T03:00:00Z", false);
        Api.review("supervisor", past).then().body("$", hasKey("escalatedAt"));
        assertThat(armed(past)).isEmpty();

        long soon = open(Instant.now().minus(Duration.ofDays(20)).toString(), OwnerType.PUBLIC_INSTITUTION);
        EventBus.await(EventType.SLA_BREACHED, Long.toString(soon));
        int before = policyVersion();
        changeTarget(before, 40);
        try {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> Api.review("supervisor", soon).then().body("$", not(hasKey("breachedAt"))));
            assertThat(armed(soon)).anyMatch(timer -> timer.startsWith("BREACH"));
        } finally {
            changeTarget(before + 1, 2);
        }
        // Moved back, its instants are in the past again, so it fires a second time.
        EventBus.await(EventType.SLA_BREACHED, Long.toString(soon), 2);
    }

    @Test
    void resumes_an_interrupted_recomputation() {
        long first = open("2095-11-05T02:00:00Z", OwnerType.COMPANY);
        long second = open("2095-11-05T02:00:00Z", OwnerType.COMPANY);
        long revision = load(2095, 0, "2095-11-05");
        finished(revision);

        // The state that a process leaves when it dies after the batch with the first review.
        Api.update("update review set clock_revision = 1 where work_order in (" + first + ", " + second + ")");
        Api.update("update clock_recomputation set state = 'RUNNING', finished_at = null, passed = " + first
                + " where revision = " + revision);

        finished(revision);
        assertThat(Api.count("select clock_revision from review where work_order = " + first))
                .isEqualTo(1);
        assertThat(Api.count("select clock_revision from review where work_order = " + second))
                .isGreaterThanOrEqualTo(revision);
        assertThat(published(second)).isEqualTo(1);
        Api.update("update review set clock_revision = " + revision + " where work_order = " + first);
    }

    @Test
    void hides_unknown_recomputations_and_refuses_applicants() {
        Api.as("operator").get("/v1/clock/recomputations/999999").then().statusCode(404);
        Api.as("applicant-a").get("/v1/clock/recomputations/1").then().statusCode(403);
    }

    private static long open(String submittedAt, OwnerType owner) {
        return Api.opened(Submitted.at(Instant.parse(submittedAt), owner));
    }

    private static void due(long workOrder, String dueAt, boolean provisional) {
        Api.review("supervisor", workOrder)
                .then()
                .body("dueAt", equalTo(dueAt))
                .body("provisional", equalTo(provisional));
    }

    private static void finished(long revision) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Api.as("operator")
                        .get("/v1/clock/recomputations/" + revision)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("DONE")));
    }

    private static long load(int year, int version, String off) {
        Response loaded = Api.as("operator")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body("""
                        {"source": "test", "zone": "Asia/Shanghai", "years": {"%1$d": {"holidays": [
                          {"name": "元旦", "off": ["%1$d-01-01"]},
                          {"name": "劳动节", "off": ["%1$d-05-01", "%1$d-05-02"]},
                          {"name": "国庆节", "off": ["%1$d-10-01", "%1$d-10-02", "%1$d-10-03"]},
                          {"name": "临时", "off": ["%2$s"]}]}}}
                        """.formatted(year, off))
                .put("/v1/calendars/" + year);
        loaded.then().statusCode(200);
        return loaded.jsonPath().getLong("revision");
    }

    private static int policyVersion() {
        return Api.as("operator").get("/v1/clock/policies/GOVERNMENT").path("version");
    }

    private static void changeTarget(int version, int days) {
        Api.as("operator")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body("""
                        {"openDays": "STATUTORY_WORKDAYS", "opens": "09:00", "closes": "21:00",
                         "target": {"amount": %d, "unit": "OPEN_DAYS"}, "warnPercent": 75, "escalatePercent": 150}
                        """.formatted(days))
                .put("/v1/clock/policies/GOVERNMENT")
                .then()
                .statusCode(200);
    }

    private static long newestRevision() {
        return Api.count("select max(revision) from clock_revision");
    }

    private static long published(long workOrder) {
        return Api.count("select count(*) from outbox where type = 'zizhi.review.sla-rescheduled.v1'"
                + " and aggregate_id = '" + workOrder + "'");
    }

    private static List<String> armed(long workOrder) {
        return Api.texts("select kind || ' ' || to_char(due_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') from timer"
                + " where owner_type = 'review' and state = 'ARMED' and owner_id = " + workOrder + " order by kind");
    }
}
