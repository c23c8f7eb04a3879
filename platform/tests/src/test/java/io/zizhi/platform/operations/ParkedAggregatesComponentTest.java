package io.zizhi.platform.operations;

import static io.zizhi.platform.operations.OperatorApi.AGGREGATE;
import static io.zizhi.platform.operations.OperatorApi.BASE;
import static io.zizhi.platform.operations.OperatorApi.FIRST;
import static io.zizhi.platform.operations.OperatorApi.aggregate;
import static io.zizhi.platform.operations.OperatorApi.as;
import static io.zizhi.platform.operations.OperatorApi.audited;
import static io.zizhi.platform.operations.OperatorApi.awaitParked;
import static io.zizhi.platform.operations.OperatorApi.get;
import static io.zizhi.platform.operations.OperatorApi.post;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.sample.OnQualificationSubmitted;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.sample.TallyRepository;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ParkedAggregatesComponentTest {

    private static final int FAILING = 9;
    private static final String CAUSE = "java.lang.IllegalStateException: Switched to fail";

    @Inject
    AgroalDataSource database;

    @Inject
    TallyRepository tallies;

    @Inject
    OnQualificationSubmitted reaction;

    @AfterEach
    void failNoMore() {
        reaction.failNoMore();
    }

    @Test
    void lists_and_shows_a_parked_aggregate_masked() {
        long id = parked();
        get(BASE + "/parked-aggregates?limit=100&topic=" + Topics.QUALIFICATION)
                .statusCode(200)
                .body("items.aggregateId", hasItem(Long.toString(id)))
                .body("items.find { it.aggregateId == '" + id + "' }.heldBehind", equalTo(2))
                .body("items.find { it.aggregateId == '" + id + "' }.cause", equalTo(CAUSE));
        aggregate(id)
                .statusCode(200)
                .body("lastVersion", equalTo(0))
                .body("parkedAt", notNullValue())
                .body("cause", equalTo(CAUSE))
                .body("failedType", equalTo("zizhi.qualification.submitted.v1"))
                .body("failedPayload", allOf(containsString("138****5678"), not(containsString("13812345678"))))
                .body("held.version", equalTo(List.of(1, 2, 3)))
                .body("held.waitsFor", equalTo(List.of("PARKED_AGGREGATE", "PARKED_AGGREGATE", "PARKED_AGGREGATE")));
        assertThat(audited("aggregate", "%/" + id)).containsExactly("operator aggregate.inspected");
    }

    @Test
    void a_retry_resumes_the_aggregate_once() {
        long id = parked();
        retry(id).body("parkedAt", notNullValue());
        assertThat(log(id)).isEmpty();
        reaction.failNoMore();
        retry(id).body("parkedAt", nullValue()).body("lastVersion", equalTo(3)).body("held", equalTo(List.of()));
        retry(id).body("lastVersion", equalTo(3));
        assertThat(log(id)).isEqualTo("1,2,3");
        assertThat(audited("aggregate", "%/" + id))
                .filteredOn("operator aggregate.retried"::equals)
                .hasSize(3);
    }

    @Test
    void a_retry_during_an_outage_is_applied_afterwards() {
        long id = parked();
        reaction.failNoMore();
        reaction.outageAtRevision(FAILING);
        retry(id)
                .body("parkedAt", nullValue())
                .body("lastVersion", equalTo(0))
                .body("held.waitsFor", equalTo(List.of("NOTHING", "NOTHING", "NOTHING")));
        reaction.failNoMore();
        await().untilAsserted(() -> assertThat(log(id)).isEqualTo("1,2,3"));
    }

    @Test
    void resumes_all_aggregates_of_one_cause() {
        long first = parked();
        long second = parked();
        reaction.failNoMore();
        post(
                        FIRST,
                        BASE + "/parked-aggregates/retries",
                        "{\"cause\":\"java.lang.Ill\",\"reason\":\"the cause is repaired\"}")
                .statusCode(200)
                .body("taken", greaterThanOrEqualTo(2));
        await().untilAsserted(() -> {
            assertThat(log(first)).isEqualTo("1,2,3");
            assertThat(log(second)).isEqualTo("1,2,3");
        });
        assertThat(audited("aggregate", "%/" + second)).containsExactly("operator aggregate.retried");
    }

    @Test
    void ignores_aggregates_resumed_concurrently_by_another_operator() throws SQLException {
        long theirs = parked();
        long ours = parked();
        reaction.failNoMore();
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("update inbox_cursor set parked_at = null, parked_event_id = null,"
                    + " parked_cause = null where aggregate_id = '" + theirs + "'");
            post(
                            FIRST,
                            BASE + "/parked-aggregates/retries",
                            "{\"cause\":\"java.lang.Ill\",\"reason\":\"the cause is repaired\"}")
                    .statusCode(200)
                    .body("taken", greaterThanOrEqualTo(1));
            other.commit();
        }
        assertThat(audited("aggregate", "%/" + ours)).containsExactly("operator aggregate.retried");
        assertThat(audited("aggregate", "%/" + theirs)).isEmpty();
    }

    @Test
    void a_retry_of_another_cause_leaves_the_aggregate_parked() {
        long id = parked();
        reaction.failNoMore();
        post(FIRST, BASE + "/parked-aggregates/retries", "{\"cause\":\"java.lang.Other\",\"reason\":\"x\"}")
                .statusCode(200)
                .body("taken", equalTo(0));
        aggregate(id).body("parkedAt", notNullValue());
    }

    @Test
    void an_event_behind_a_gap_names_the_missing_version() {
        long id = Samples.newId();
        EventBus.publish(Samples.submitted(id, 3), 3);
        await().untilAsserted(() -> get(BASE + "/held-events?aggregateId=" + id)
                .statusCode(200)
                .body("items.version", equalTo(List.of(3)))
                .body("items.waitsFor", equalTo(List.of("MISSING_EVENT")))
                .body("items.missingVersion", equalTo(List.of(1))));
    }

    @Test
    void pages_show_each_aggregate_once() {
        long first = parked();
        long second = parked();
        List<String> seen = new ArrayList<>();
        String path = BASE + "/parked-aggregates?limit=1";
        @Nullable String cursor = "";
        while (cursor != null) {
            JsonPath page = get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.aggregateId", String.class));
            cursor = page.getString("nextCursor");
        }
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(Long.toString(first), Long.toString(second));
    }

    @Test
    void overview_counts_waiting_work() {
        parked();
        get(BASE)
                .statusCode(200)
                .body("service", equalTo("platform"))
                .body("parkedAggregates.count", greaterThanOrEqualTo(1))
                .body("parkedAggregates.oldestAt", notNullValue())
                .body("heldEvents.count", greaterThanOrEqualTo(3))
                .body("overdueTimers.count", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "/parked-aggregates?topic=nope, ?topic, TOPIC_UNKNOWN",
        "/parked-aggregates?cause=a%01b, ?cause, PARAMETER_INVALID",
        "/parked-aggregates?cursor=AAAA, ?cursor, CURSOR_INVALID",
        "/parked-aggregates?cursor=%25, ?cursor, CURSOR_INVALID",
        "/parked-aggregates?limit=0, ?limit, LIMIT_INVALID",
        "/held-events?aggregateId=a%01b, ?aggregateId, PARAMETER_INVALID",
        "/dead-letters?state=GONE, ?state, PARAMETER_INVALID",
        "/dead-letters?cursor=x, ?cursor, CURSOR_INVALID",
        "/timers?state=FIRED, ?ownerId, OWNER_REQUIRED",
        "/timers?ownerId=x, ?ownerId, PARAMETER_INVALID",
        "/outbox-events?occurredFrom=yesterday, ?occurredFrom, PARAMETER_INVALID",
        "/outbox-events?occurredFrom=%2B999999999-01-01T00:00:00Z, ?occurredFrom, PARAMETER_INVALID",
        "/discards?state=x, ?state, PARAMETER_INVALID",
    })
    void refuses_invalid_parameters_with_pointer_and_code(String path, String pointer, String code) {
        as(FIRST)
                .urlEncodingEnabled(false)
                .get(BASE + path)
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/parked-aggregates/retries | {\"cause\":\"x\"} | /reason | FIELD_REQUIRED",
                "/parked-aggregates/retries | {\"cause\":\"x\",\"reason\":\"a\\u0001b\"} | /reason | TEXT_INVALID",
                "/parked-aggregates/retries | {\"cause\":\"x\",\"reason\":\"y\",\"topic\":\"z\"} | /topic | TOPIC_UNKNOWN",
                "/outbox-events/resends | {\"reason\":\"x\",\"fromSequence\":1} | '' | RANGE_REQUIRED",
                "/outbox-events/resends | {\"reason\":\"x\",\"occurredFrom\":\"+999999999-01-01T00:00:00Z\",\"occurredTo\":\"2026-01-01T00:00:00Z\"} | /occurredFrom | PARAMETER_INVALID",
                "/outbox-events/resends | {\"fromSequence\":1,\"toSequence\":2} | /reason | FIELD_REQUIRED",
                "/outbox-events/retries | {\"reason\":\" \"} | /reason | FIELD_REQUIRED",
                "/timers/sweep/release | {} | /reason | FIELD_REQUIRED",
                "/discards | {\"reason\":\"x\"} | /kind | FIELD_REQUIRED",
                "/discards | {\"reason\":\"x\",\"kind\":\"DEAD_LETTER\"} | /deadLetterId | FIELD_REQUIRED",
                "/discards | {\"reason\":\"x\",\"kind\":\"PARKED_EVENT\",\"topic\":\"zizhi.review.v1\"} | /aggregateId | FIELD_REQUIRED",
            })
    void refuses_invalid_bodies_with_pointer_and_code(String path, String body, String pointer, String code) {
        post(FIRST, BASE + path, body)
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @ParameterizedTest
    @CsvSource({
        "/parked-aggregates/zizhi.qualification.v1/none, AGGREGATE_NOT_FOUND",
        "/parked-aggregates/zizhi.qualification.v1/a%01b, AGGREGATE_NOT_FOUND",
        "/dead-letters/999999999, DEAD_LETTER_NOT_FOUND",
        "/outbox-events/999999999, OUTBOX_EVENT_NOT_FOUND",
    })
    void unknown_objects_are_404(String path, String code) {
        as(FIRST)
                .urlEncodingEnabled(false)
                .get(BASE + path)
                .then()
                .statusCode(404)
                .body("code", equalTo(code));
    }

    private long parked() {
        long id = Samples.newId();
        reaction.failAtRevision(FAILING);
        EventBus.publish(Samples.submitted(id, FAILING, "示例公司 13812345678"), 1);
        EventBus.publish(Samples.submitted(id, 1), 2);
        EventBus.publish(Samples.submitted(id, 2), 3);
        awaitParked(id, 3);
        return id;
    }

    private static io.restassured.response.ValidatableResponse retry(long id) {
        return as(FIRST).post(AGGREGATE + "/retry", id).then().statusCode(200);
    }

    private String log(long id) {
        var tally = Reactive.inTransaction(() -> tallies.findById(id));
        return tally == null ? "" : tally.log();
    }
}
