package io.zizhi.qualification.catalogue.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Filer.Submitted;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.Letters;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class ListComponentTest {

    @Inject
    FoldTally fold;

    private Filer filer;
    private String mark;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        mark = "表" + UUID.randomUUID().toString().substring(0, 8);
        Peers.reset();
    }

    @Test
    void finds_parts_of_names_ignoring_case_within_the_account() {
        long id = drafted(mark + "星河Alpha资质");
        drafted(mark + "银河");

        for (String part : List.of("星河", "河Al", "ALPHA", "资", mark.substring(1) + "星")) {
            list("name", part).body("items.id", hasItem((int) id));
        }
        list("name", mark + "河星").body("items", hasSize(0));
        list("name", mark + "%").body("items", hasSize(0));
        Filer.ofCompanyB()
                .request()
                .queryParam("name", mark)
                .get("/v1/qualifications")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void finds_companies_by_part_and_persons_by_whole_name() {
        Map<String, Object> form = filer.goodForm();
        Map<String, Object> company = new LinkedHashMap<>(Forms.part(form, "company"));
        company.put("name", "北京" + mark + "科技有限公司");
        form.put("company", company);
        Map<String, Object> person = new LinkedHashMap<>(Forms.part(form, "legalRepresentative"));
        person.put("name", "欧阳" + mark);
        form.put("legalRepresentative", person);
        long id = filer.draft(form);

        list("company", mark + "科").body("items.id", contains((int) id));
        list("legalRepresentative", "欧阳" + mark).body("items.id", contains((int) id));
        list("legalRepresentative", "欧阳").body("items", hasSize(0));
        list("company", mark, "legalRepresentative", "别人").body("items", hasSize(0));

        person.put("name", "司马" + mark);
        filer.edit(id, form).then().statusCode(200);
        list("legalRepresentative", "欧阳" + mark).body("items", hasSize(0));
        list("legalRepresentative", "司马" + mark).body("items.id", contains((int) id));
    }

    @Test
    void combines_status_purpose_and_owner_filters() {
        long draft = drafted(mark + "1");
        Map<String, Object> third = Forms.bare();
        third.put("name", mark + "2");
        third.put("purpose", "THIRD_PARTY");
        third.put("ownerType", "PUBLIC_INSTITUTION");
        long institution = filer.draft(third);
        Map<String, Object> form = filer.goodForm();
        form.put("name", mark + "3");
        long submitted = filer.draft(form);
        filer.submit(submitted).then().statusCode(200);

        list("name", mark, "status", "DRAFT").body("items.id", containsInAnyOrder((int) draft, (int) institution));
        list("name", mark, "status", "DRAFT", "status", "IN_REVIEW").body("items", hasSize(3));
        list("name", mark, "status", "IN_REVIEW", "status", "APPROVED").body("items.id", contains((int) submitted));
        list("name", mark, "purpose", "THIRD_PARTY").body("items.id", contains((int) institution));
        list("name", mark, "ownerType", "PUBLIC_INSTITUTION")
                .body("items.id", contains((int) institution))
                .body("items[0].ownerType", equalTo("PUBLIC_INSTITUTION"));
        list("name", mark, "ownerType", "PERSON").body("items", hasSize(0));
    }

    @Test
    void finds_qualification_by_any_of_its_work_orders() {
        Submitted first = filer.submitted();
        filer.withdraw(first.id()).then().statusCode(200);
        Submitted second = filer.amended(first);

        list("workOrder", first.workOrder()).body("items.id", contains((int) first.id()));
        list("workOrder", second.workOrder())
                .body("items.id", contains((int) first.id()))
                .body("items.workOrder", contains((int) second.workOrder()));
        list("workOrder", "99").body("items", hasSize(0));
        Filer.ofCompanyB()
                .request()
                .queryParam("workOrder", first.workOrder())
                .get("/v1/qualifications")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void filters_by_expiry_of_evidence_in_force() {
        LocalDate today = dayWithoutEnd();
        Map<String, Object> form = filer.goodForm();
        form.put("name", mark + "1");
        Forms.part(form, "legalRepresentative")
                .put("validTo", today.plusDays(30).toString());
        long id = filer.draft(form);
        drafted(mark + "2");
        list("name", mark, "expiringWithinDays", 30)
                .body("items.id", contains((int) id))
                .body("items[0].expiresOn", equalTo(today.plusDays(30).toString()));
        list("name", mark, "expiringWithinDays", 29).body("items", hasSize(0));

        long workOrder =
                filer.submit(id).then().statusCode(200).extract().jsonPath().getLong("workOrder");
        Desk.publish(Desk.approved(workOrder, id));
        filer.awaitStatus(id, "APPROVED");
        Map<String, Object> renewed = Forms.verifiedAgain(form);
        Map<String, Object> person = new LinkedHashMap<>(Forms.part(form, "legalRepresentative"));
        person.put("validTo", "2039-01-01");
        renewed.put("legalRepresentative", person);
        filer.edit(id, renewed).then().statusCode(200);
        list("name", mark, "expiringWithinDays", 30).body("items.id", contains((int) id));

        long second =
                filer.submit(id).then().statusCode(200).extract().jsonPath().getLong("workOrder");
        Desk.publish(Desk.approved(second, id));
        filer.awaitStatus(id, "APPROVED");
        list("name", mark, "expiringWithinDays", 30).body("items", hasSize(0));
        list("name", mark).body("items.expiresOn", hasItem("2039-01-01"));
    }

    @Test
    void expiry_includes_the_letter() {
        LocalDate today = dayWithoutEnd();
        Filer agency = Filer.ofAgency();
        Letters letters = new Letters(agency);
        Map<String, Object> letter = Letters.good();
        letter.put("validTo", today.plusDays(40).toString());
        long letterId = letters.drafted(letter);
        Map<String, Object> form = letters.thirdParty(letterId);
        form.put("name", mark + "1");
        long id = agency.draft(form);
        Map<String, Object> longer = new LinkedHashMap<>(form);
        longer.remove("letterId");
        longer.put("name", mark + "2");
        long without = agency.draft(longer);

        expiring(agency, 40).body("items.id", contains((int) id)).body("items[0].expiresOn", equalTo(day(today, 40)));
        expiring(agency, 39).body("items", hasSize(0));
        letter.put("validTo", day(today, 30));
        letters.edit(letterId, letter).then().statusCode(200);
        expiring(agency, 30).body("items[0].expiresOn", equalTo(day(today, 30)));

        long workOrder =
                agency.submit(id).then().statusCode(200).extract().jsonPath().getLong("workOrder");
        Desk.publish(Desk.approved(workOrder, id));
        agency.awaitStatus(id, "APPROVED");
        expiring(agency, 30).body("items[0].expiresOn", equalTo(day(today, 30)));
        agency.request()
                .queryParam("name", mark)
                .queryParam("sort", "EXPIRES")
                .get("/v1/qualifications")
                .then()
                .body("items.id", contains((int) id, (int) without));
        assertThat(agency.request()
                        .queryParam("name", mark)
                        .queryParam("expiringWithinDays", 30)
                        .get("/v1/qualifications/export")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains(day(today, 30));
    }

    @Test
    void expiry_ignores_deleted_letter() {
        LocalDate today = dayWithoutEnd();
        Filer agency = Filer.ofAgency();
        Letters letters = new Letters(agency);
        Map<String, Object> letter = Letters.good();
        letter.put("validTo", day(today, 10));
        long letterId = letters.drafted(letter);
        Map<String, Object> form = letters.thirdParty(letterId);
        form.put("name", mark);
        agency.draft(form);
        expiring(agency, 10).body("items", hasSize(1));

        letters.delete(letterId).then().statusCode(204);

        expiring(agency, 10).body("items", hasSize(0));
    }

    /** Stops the service's clock until the test ends, and returns its day. */
    private static LocalDate dayWithoutEnd() {
        Instant now = Instant.now();
        QuarkusMock.installMockForType(Clock.fixed(now, ZoneOffset.UTC), Clock.class);
        return LocalDate.ofInstant(now, Period.ZONE);
    }

    private ValidatableResponse expiring(Filer agency, int days) {
        return agency.request()
                .queryParam("name", mark)
                .queryParam("expiringWithinDays", days)
                .get("/v1/qualifications")
                .then();
    }

    private static String day(LocalDate today, int days) {
        return today.plusDays(days).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED, ASCENDING,  0 1 2 3 4",
        "CREATED, '',         4 3 2 1 0",
        "UPDATED, DESCENDING, 0 4 3 2 1",
        "UPDATED, ASCENDING,  1 2 3 4 0",
        "NAME,    '',         0 1 2 3 4",
        "NAME,    DESCENDING, 4 3 2 1 0",
        "EXPIRES, '',         1 0 2 3 4",
        "EXPIRES, DESCENDING, 4 3 2 0 1",
    })
    void pages_every_order_without_gaps_or_duplicates(String sort, String direction, String expected) {
        List<Long> ids = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            ids.add(
                    number == 1
                            ? ending("2030-01-01", number)
                            : number == 0 ? ending("2031-01-01", number) : drafted(mark + number));
        }
        Map<String, Object> first = filer.get(ids.getFirst()).jsonPath().getMap("form");
        first.put("remark", "改过");
        filer.edit(ids.getFirst(), first).then().statusCode(200);

        List<Integer> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            var request = filer.request()
                    .queryParam("name", mark)
                    .queryParam("sort", sort)
                    .queryParam("limit", 2);
            if (!direction.isEmpty()) {
                request.queryParam("direction", direction);
            }
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page = request.get("/v1/qualifications")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.getList("items.id", Long.class).forEach(id -> seen.add(ids.indexOf(id)));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen.stream().map(String::valueOf).toList()).isEqualTo(List.of(expected.split(" ")));
    }

    @Test
    void rejects_cursor_of_another_list() {
        drafted(mark + "1");
        drafted(mark + "2");
        String cursor = list("name", mark, "limit", 1).extract().jsonPath().getString("nextCursor");

        list("name", mark, "limit", 5, "cursor", cursor).body("items", hasSize(1));
        for (List<String> other : List.of(
                List.of("name", mark + "1"),
                List.of("name", mark, "sort", "NAME"),
                List.of("name", mark, "direction", "ASCENDING"),
                List.of("name", mark, "status", "DRAFT"))) {
            refused(other, cursor)
                    .body("code", equalTo("CURSOR_OF_ANOTHER_LIST"))
                    .body("errors.pointer", contains("?cursor"));
        }
        refused(List.of("name", mark), "abc").body("code", equalTo("CURSOR_INVALID"));
    }

    @ParameterizedTest
    @CsvSource({
        "purpose=FUN,              ?purpose,            PARAMETER_INVALID",
        "ownerType=KING,           ?ownerType,          PARAMETER_INVALID",
        "sort=COLOUR,              ?sort,               PARAMETER_INVALID",
        "direction=UP,             ?direction,          PARAMETER_INVALID",
        "workOrder=x,              ?workOrder,          PARAMETER_INVALID",
        "expiringWithinDays=-1,    ?expiringWithinDays, PARAMETER_INVALID",
        "expiringWithinDays=36501, ?expiringWithinDays, PARAMETER_INVALID",
        "status=DRAFT&status=LOST, ?status,             STATUS_UNKNOWN",
    })
    void rejects_invalid_parameters_with_code_and_pointer(String query, String pointer, String code) {
        for (String path : List.of("", "/export")) {
            filer.request()
                    .get("/v1/qualifications" + path + "?" + query)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo(code))
                    .body("errors.pointer", contains(pointer));
        }
    }

    @Test
    void counts_stay_correct_after_changes_and_merging() {
        Filer agency = Filer.ofAgency();
        JsonPath before = counts(agency);
        long one = agency.draft(Forms.bare());
        long two = agency.draft(Forms.bare());
        agency.delete(one).then().statusCode(204);
        Map<String, Object> form = agency.get(two).jsonPath().getMap("form");
        form.put("remark", "改过");
        agency.edit(two, form).then().statusCode(200);

        JsonPath after = counts(agency);
        assertThat(after.getLong("total")).isEqualTo(before.getLong("total") + 1);
        assertThat(drafts(after)).isEqualTo(drafts(before) + 1);
        assertThat(after.getList("statuses.status")).hasSize(6);

        while (Reactive.run(() -> fold.round())) {
            assertThat(counts(agency).getLong("total")).isEqualTo(after.getLong("total"));
        }
        assertThat(counts(agency).prettify()).isEqualTo(after.prettify());
    }

    @Test
    void counts_qualifications_by_status() {
        Submitted submitted = filer.submitted();
        JsonPath inReview = counts(filer);
        filer.withdraw(submitted.id()).then().statusCode(200);
        JsonPath withdrawn = counts(filer);

        assertThat(count(withdrawn, "IN_REVIEW")).isEqualTo(count(inReview, "IN_REVIEW") - 1);
        assertThat(count(withdrawn, "WITHDRAWN")).isEqualTo(count(inReview, "WITHDRAWN") + 1);
        assertThat(withdrawn.getLong("total")).isEqualTo(inReview.getLong("total"));
    }

    private long ending(String day, int number) {
        Map<String, Object> form = Forms.bare();
        form.put("name", mark + number);
        form.put("legalRepresentative", Forms.map("validTo", day));
        return filer.draft(form);
    }

    private long drafted(String name) {
        Map<String, Object> form = Forms.bare();
        form.put("name", name);
        return filer.draft(form);
    }

    private ValidatableResponse list(Object... parameters) {
        var request = filer.request();
        for (int index = 0; index < parameters.length; index += 2) {
            request.queryParam(parameters[index].toString(), parameters[index + 1]);
        }
        return request.get("/v1/qualifications").then().statusCode(200);
    }

    private ValidatableResponse refused(List<String> parameters, String cursor) {
        var request = filer.request().queryParam("cursor", cursor);
        for (int index = 0; index < parameters.size(); index += 2) {
            request.queryParam(parameters.get(index), parameters.get(index + 1));
        }
        return request.get("/v1/qualifications").then().statusCode(400);
    }

    private static JsonPath counts(Filer filer) {
        return filer.request()
                .get("/v1/qualifications/counts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static long drafts(JsonPath counts) {
        return count(counts, "DRAFT");
    }

    private static long count(JsonPath counts, String status) {
        return counts.getLong("statuses.find { it.status == '" + status + "' }.count");
    }
}
