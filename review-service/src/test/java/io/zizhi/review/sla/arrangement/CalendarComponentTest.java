package io.zizhi.review.sla.arrangement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zizhi.contracts.OwnerType;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Loads years that no other test uses and that have no known lunar holidays. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class CalendarComponentTest {

    @Test
    void loads_bundled_years_unchanged() {
        Api.as("auditor").get("/v1/calendars").then().statusCode(200).body("items.year", hasItems(2025, 2026));
        Response shown = Api.as("operator").get("/v1/calendars/2025");
        shown.then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("years.'2025'.holidays[0].name", equalTo("元旦"))
                .body("years.'2025'.holidays[1].work", contains("2025-01-26", "2025-02-08"));

        load("operator", 2025, 1, shown.asString()).then().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void loads_a_year_for_the_first_time_and_again() {
        Api.as("operator")
                .get("/v1/calendars/2044")
                .then()
                .statusCode(404)
                .body("code", equalTo("CALENDAR_NOT_LOADED"));

        load("operator", 2044, 0, year(2044, "2044-10-03"))
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("holidays.name", contains("元旦", "劳动节", "国庆节"));
        load("operator", 2044, 0, year(2044, "2044-10-03"))
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        load("operator", 2044, 0, year(2044, "2044-10-03\",\"2044-10-04"))
                .then()
                .statusCode(412);
        load("operator", 2044, 1, year(2044, "2044-10-03\",\"2044-10-04"))
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        Api.as("auditor").get("/v1/calendars/2044/versions").then().body("items.version", contains(2, 1));
        Api.as("reviewer-a")
                .get("/v1/clock/due?policy=GOVERNMENT&from=2044-10-04T02:00:00Z")
                .then()
                .body("provisional", equalTo(false))
                .body("dueAt", equalTo("2044-10-06T21:00:00+08:00"));
        assertThat(Api.texts("select object_id from audit_entry where action = 'calendar.loaded'"))
                .contains("2044");
    }

    @Test
    void previews_moving_reviews_without_changes() {
        // A Monday is a workday by fixed dates; the notice makes it a day off.
        long moves = Api.opened(Submitted.at(Instant.parse("2092-11-03T01:00:00Z"), OwnerType.PUBLIC_INSTITUTION));
        String year = year(2092, "2092-10-03\",\"2092-11-03");

        Response preview =
                Api.as("operator").contentType(ContentType.JSON).body(year).post("/v1/calendars/2092/preview");

        preview.then()
                .statusCode(200)
                .body("year", equalTo(2092))
                .body("unfinished", greaterThanOrEqualTo(1))
                .body("moving", greaterThanOrEqualTo(1))
                .body("moves.find { it.workOrder == " + moves + " }.dueAt", equalTo("2092-11-04T13:00:00Z"))
                .body("moves.find { it.workOrder == " + moves + " }.dueAtThen", equalTo("2092-11-05T13:00:00Z"))
                .body("moves.find { it.workOrder == " + moves + " }.provisional", equalTo(true))
                .body("moves.find { it.workOrder == " + moves + " }.provisionalThen", equalTo(false));
        Api.as("operator").get("/v1/calendars/2092").then().statusCode(404);
        Api.review("supervisor", moves).then().body("dueAt", equalTo("2092-11-04T13:00:00Z"));
    }

    @Test
    void rejects_an_invalid_year_with_pointers() {
        load("operator", 2037, 0, year(2036, "2036-10-03"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/years"))
                .body("errors[0].code", equalTo("YEAR_MISMATCH"));
        load("operator", 2037, 0, year(2037, "2037-10-04"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("STATUTORY_DAY_MISSING"));
        load("operator", 2035, 0, year(2035, "2035-10-03"))
                .then()
                .statusCode(400)
                .body("errors.detail", hasItem(containsString("春节")));
        load("operator", 2037, 0, "{}").then().statusCode(400);
    }

    private static Response load(String user, int year, int version, String body) {
        return Api.as(user)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put("/v1/calendars/" + year);
    }

    /** @param last one or several days off, the last of the year */
    private static String year(int year, String last) {
        return """
                {"source": "test", "zone": "Asia/Shanghai", "years": {"%1$d": {"holidays": [
                  {"name": "元旦", "off": ["%1$d-01-01"]},
                  {"name": "劳动节", "off": ["%1$d-05-01", "%1$d-05-02"]},
                  {"name": "国庆节", "off": ["%1$d-10-01", "%1$d-10-02", "%2$s"]}]}}}
                """.formatted(year, last);
    }
}
