package io.zizhi.platform.operations.reconciliation;

import static io.restassured.RestAssured.given;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.operations.reconciliation.published.PublishedEvents;
import io.zizhi.platform.sample.OwnAddress;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.sample.TallyRepository;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tests a service that compares its cursors with its own outbox over HTTP, as two services do. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ReconciliationComponentTest {

    private static final String PATH = "/v1/operations/reconciliations";
    /** No aggregate has this id. */
    private static final long NONE = 0;

    private static final String PRODUCER = "/internal/v1/published-events";

    @Inject
    Outbox outbox;

    @Inject
    TallyRepository tallies;

    @Inject
    Reconciler reconciler;

    @Inject
    ReconciliationTransaction transaction;

    @Inject
    StartReconciliation startReconciliation;

    @Inject
    OwnAddress address;

    @Inject
    MeterRegistry metrics;

    @Test
    void resends_the_only_event_that_never_arrived() {
        long id = applied(1);
        loseAfter(id, 0);
        double counted = counted(DifferenceKind.NEVER_SEEN);

        long reconciliation = reconcile(id);

        await().until(() -> log(id).equals("1"));
        assertThat(difference(reconciliation, id)).isEqualTo("NEVER_SEEN 0 1 SETTLED 1");
        assertThat(counted(DifferenceKind.NEVER_SEEN)).isGreaterThan(counted);
    }

    @Test
    void resends_the_last_events_that_were_lost() {
        long id = applied(3);
        loseAfter(id, 1);

        long reconciliation = reconcile(id);

        await().until(() -> log(id).equals("1,2,3"));
        assertThat(difference(reconciliation, id)).isEqualTo("BEHIND 1 3 SETTLED 2");
    }

    @Test
    void reports_aggregates_ahead_of_their_producer_and_resends_nothing() {
        long id = Samples.newId();
        EventBus.publish(Samples.submitted(id, 1), 1);
        EventBus.publish(Samples.submitted(id, 2), 2);
        await().until(() -> log(id).equals("1,2"));

        long reconciliation = reconcile(NONE);

        assertThat(difference(reconciliation, id)).isEqualTo("AHEAD 2 0 REPORTED 0");
        operator()
                .get(PATH + "/latest")
                .then()
                .statusCode(200)
                .body("state", equalTo("FINISHED"))
                .body("startedBy", equalTo("operator"))
                .body("reason", equalTo("after a restore"))
                .body("finishedAt", notNullValue())
                .body("open", greaterThan(0))
                .body("topics", hasSize(1))
                .body("topics[0].topic", equalTo(Topics.QUALIFICATION))
                .body("topics[0].producer", equalTo("qualification-service"))
                .body("topics[0].ahead", greaterThan(0))
                .body("topics[0].cursors", greaterThan(0))
                .body("topics[0].aggregates", greaterThan(0));
        assertThat(numbers("select count(*) from audit_entry where action = 'reconciliation.started' and object_id = '"
                        + reconciliation + "'"))
                .containsExactly(1L);
    }

    @Test
    void two_operators_accept_a_difference_until_another_event_is_applied() {
        long id = Samples.newId();
        EventBus.publish(Samples.submitted(id, 1), 1);
        EventBus.publish(Samples.submitted(id, 2), 2);
        await().until(() -> log(id).equals("1,2"));
        long first = reconcile(NONE);
        Map<String, Object> request = Map.of(
                "kind",
                "AHEAD_DIFFERENCE",
                "topic",
                Topics.QUALIFICATION,
                "aggregateId",
                Long.toString(id),
                "reason",
                "The state here is right.");
        discard(with(request, "version", 1)).statusCode(409).body("code", equalTo("NOTHING_TO_DISCARD"));
        int discard =
                discard(with(request, "version", 2)).statusCode(201).extract().path("id");
        confirm("operator", discard).statusCode(403).body("code", equalTo("SECOND_PERSON_REQUIRED"));
        assertThat(difference(first, id)).isEqualTo("AHEAD 2 0 REPORTED 0");
        confirm("operator-b", discard).statusCode(200).body("state", equalTo("CARRIED_OUT"));

        assertThat(difference(first, id)).isEqualTo("AHEAD 2 0 SETTLED 0");
        assertThat(difference(reconcile(NONE), id)).isEqualTo("AHEAD 2 0 SETTLED 0");
        EventBus.publish(Samples.submitted(id, 3), 3);
        await().until(() -> log(id).equals("1,2,3"));
        assertThat(difference(reconcile(NONE), id)).isEqualTo("AHEAD 3 0 REPORTED 0");
    }

    @Test
    void two_operators_accept_all_differences_of_a_topic_at_once() {
        long id = Samples.newId();
        EventBus.publish(Samples.submitted(id, 1), 1);
        await().until(() -> log(id).equals("1"));
        long reconciliation = reconcile(NONE);
        int reported = operator().get(PATH + "/latest").then().extract().path("topics[0].ahead");
        Map<String, Object> request = Map.of(
                "kind",
                "AHEAD_DIFFERENCES",
                "topic",
                Topics.QUALIFICATION,
                "reconciliationId",
                reconciliation,
                "reason",
                "The producer was restored; the state here is right.");
        discard(with(request, "reconciliationId", 0)).statusCode(409);
        int discard = discard(request).statusCode(201).extract().path("id");
        discard(request).statusCode(409);
        confirm("operator-b", discard).statusCode(200);
        double counted = counted(DifferenceKind.AHEAD);

        assertThat(difference(reconcile(NONE), id)).isEqualTo("AHEAD 1 0 SETTLED 0");
        assertThat(counted(DifferenceKind.AHEAD)).isEqualTo(counted);
        operator()
                .get(PATH + "/latest")
                .then()
                .body("topics[0].ahead", equalTo(reported))
                .body("topics[0].accepted", equalTo(reported));
        discard(request).statusCode(409);
    }

    private static Map<String, Object> with(Map<String, Object> request, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(request);
        changed.put(field, value);
        return changed;
    }

    private static ValidatableResponse discard(Map<String, Object> request) {
        return operator().body(request).post("/v1/operations/discards").then();
    }

    private static ValidatableResponse confirm(String person, int discard) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .post("/v1/operations/discards/" + discard + "/confirmation")
                .then();
    }

    @Test
    void reports_events_that_the_producer_has_deleted() {
        long id = applied(2);
        loseAfter(id, 0);
        update("delete from outbox where aggregate_id = '" + id + "' and aggregate_version = 1");

        long reconciliation = reconcile(NONE);

        assertThat(difference(reconciliation, id)).isEqualTo("NEVER_SEEN 0 2 UNAVAILABLE 0");
        assertThat(numbers("select count(*) from outbox where aggregate_id = '" + id + "' and sent_at is null"))
                .containsExactly(0L);
        update("delete from outbox_stream where aggregate_id = '" + id + "'");
    }

    @Test
    void leaves_parked_aggregates_to_their_operator() {
        long id = applied(2);
        update("update inbox_cursor set last_version = 1, parked_at = now() where aggregate_id = '" + id + "'");

        long reconciliation = reconcile(NONE);

        assertThat(difference(reconciliation, id)).isEmpty();
        update("update inbox_cursor set last_version = 2, parked_at = null where aggregate_id = '" + id + "'");
    }

    @Test
    void lists_differences_in_pages() {
        for (int i = 0; i < 2; i++) {
            long id = Samples.newId();
            EventBus.publish(Samples.submitted(id, 1), 1);
            await().until(() -> log(id).equals("1"));
        }
        String path = PATH + "/" + reconcile(NONE) + "/differences?limit=1";
        String first = operator().get(path).then().statusCode(200).extract().path("items[0].aggregateId");
        String cursor = operator().get(path).path("nextCursor");
        operator()
                .get(path + "&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].aggregateId", org.hamcrest.Matchers.not(equalTo(first)));
    }

    @Test
    void fails_without_the_producer_and_works_afterwards() {
        address.setUnreachable(true);
        try {
            long id = start();
            await().until(() -> {
                reconciler.wake();
                return numbers("select count(*) from reconciliation where failure is not null and id = " + id)
                        .equals(List.of(1L));
            });
            assertThat(state()).isEqualTo("RUNNING");
            update("update reconciliation set progress_at = progress_at - interval '1 day' where id = " + id);
            await().until(() -> !state().equals("RUNNING"));
            operator()
                    .get(PATH + "/latest")
                    .then()
                    .body("state", equalTo("FAILED"))
                    .body("failure", notNullValue());
        } finally {
            address.setUnreachable(false);
        }
        reconcile(NONE);
    }

    @Test
    void another_replica_continues_when_the_first_one_stops() {
        long id = Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                with run as (
                                    insert into reconciliation(started_by, reason, worker, worker_until)
                                    values ('test', 'two replicas', 'first', clock_timestamp() + interval '1 hour')
                                    returning id)
                                insert into reconciliation_walk(reconciliation_id, topic, direction, position)
                                select id, 'zizhi.qualification.v1', 'PUBLISHED', 'a' from run
                                returning reconciliation_id
                                """, Long.class).getSingleResult()));
        try {
            assertThat(Reactive.run(() -> transaction.claim("second"))).isEmpty();
            Walk walk = Objects.requireNonNull(
                    Reactive.run(() -> transaction.claim("first")).orElseThrow().walk());
            assertThat(walk).isEqualTo(new Walk(id, Topics.QUALIFICATION, Walk.Direction.PUBLISHED, "a"));
            // In one transaction, so that the reconciler of the sample does not claim it first.
            assertThat(Reactive.inTransaction(() -> Panache.getSession()
                            .chain(session -> session.createNativeQuery(
                                            "update reconciliation set worker = 'gone', worker_until = now() where id = "
                                                    + id)
                                    .executeUpdate())
                            .chain(() -> transaction.claim("second"))))
                    .isPresent();

            assertThat(Reactive.run(() -> transaction.store(walk, List.of("b"), List.of())))
                    .isPresent();
            assertThat(Reactive.run(() -> transaction.store(
                            walk, List.of("b"), List.of(new Difference("b", DifferenceKind.BEHIND, 1, 2)))))
                    .as("the first one comes back with the page that was stored")
                    .isEmpty();
            assertThat(numbers("select count(*) from reconciliation_difference where reconciliation_id = " + id))
                    .containsExactly(0L);
        } finally {
            update("delete from reconciliation where id = " + id);
        }
    }

    @Test
    void one_replica_starts_the_daily_comparison() {
        // In one transaction, so that the schedule of the sample does not take the turn first.
        assertThat(Reactive.inTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "update reconciliation_schedule set next_at = clock_timestamp()")
                                .executeUpdate())
                        .chain(startReconciliation::startDue)))
                .isTrue();
        assertThat(Reactive.run(startReconciliation::startDue)).isFalse();
        awaitEnd(NONE);
        operator().get(PATH + "/latest").then().body("startedBy", equalTo("schedule"));
    }

    @Test
    void producer_answers_only_valid_and_limited_requests() {
        String many = "\"1\",".repeat(PublishedEvents.MOST) + "\"1\"";
        ask("/versions", "{\"topic\":\"%s\",\"aggregateIds\":[%s]}".formatted(Topics.QUALIFICATION, many))
                .statusCode(400)
                .body("errors[0].code", equalTo("TOO_MANY_ITEMS"));
        ask("/versions", "{\"topic\":\"other\",\"aggregateIds\":[\"1\"]}")
                .statusCode(400)
                .body("code", equalTo("TOPIC_UNKNOWN"));
        ask("/resends", "{\"topic\":\"other\",\"aggregates\":[{\"aggregateId\":\"1\",\"version\":0}]}")
                .statusCode(400)
                .body("code", equalTo("TOPIC_UNKNOWN"));
        given().auth()
                .oauth2(Tokens.service("platform", "platform"))
                .get(PRODUCER + "/aggregates")
                .then()
                .statusCode(400)
                .body("code", equalTo("TOPIC_UNKNOWN"));
    }

    private static ValidatableResponse ask(String path, String body) {
        return given().auth()
                .oauth2(Tokens.service("platform", "platform"))
                .contentType(ContentType.JSON)
                .body(body)
                .post(PRODUCER + path)
                .then();
    }

    /** Publishes events of a new aggregate and waits until they are applied and marked as sent. */
    private long applied(int events) {
        long id = Samples.newId();
        StringBuilder expected = new StringBuilder("1");
        for (int revision = 1; revision <= events; revision++) {
            int current = revision;
            Reactive.inTransaction(
                    () -> outbox.append(Samples.submitted(id, current)).replaceWith(true));
            if (revision > 1) {
                expected.append(',').append(revision);
            }
        }
        await().until(() -> log(id).contentEquals(expected)
                && numbers("select count(*) from outbox where aggregate_id = '" + id + "' and sent_at is null")
                        .equals(List.of(0L)));
        return id;
    }

    /** Removes all trace of the events after {@code version} from the consumer. */
    private void loseAfter(long id, int version) {
        update("delete from inbox where event_id in (select event_id from outbox where aggregate_id = '" + id
                + "' and aggregate_version > " + version + ")");
        if (version == 0) {
            update("delete from inbox_cursor where aggregate_id = '" + id + "'");
            update("delete from tally where id = " + id);
        } else {
            update("update inbox_cursor set last_version = " + version + " where aggregate_id = '" + id + "'");
            update("update tally set log = '" + version + "' where id = " + id);
        }
    }

    /** Compares, and waits for the resent events of one aggregate. */
    private long reconcile(long awaited) {
        long id = start();
        awaitEnd(awaited);
        assertThat(state()).isEqualTo("FINISHED");
        return id;
    }

    /** Does not wait for other aggregates, whose events earlier tests may have removed. */
    private void awaitEnd(long awaited) {
        String waits = """
                update reconciliation r set progress_at = progress_at - interval '1 day'
                where state = 'RUNNING'
                  and not exists (select from reconciliation_walk where reconciliation_id = r.id and not done)
                  and not exists (
                      select from reconciliation_difference
                      where reconciliation_id = r.id
                        and (outcome = 'FOUND' or outcome = 'RESENT' and aggregate_id = '%d'))
                """.formatted(awaited);
        await().until(() -> {
            update(waits);
            return !state().equals("RUNNING");
        });
    }

    private static long start() {
        Number id = operator()
                .body(Map.of("reason", "after a restore"))
                .post(PATH)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        return id.longValue();
    }

    private String state() {
        reconciler.wake();
        return operator().get(PATH + "/latest").then().statusCode(200).extract().path("state");
    }

    private static String difference(long reconciliation, long id) {
        return String.join(
                "",
                texts("select kind || ' ' || version_here || ' ' || version_there || ' ' || outcome || ' ' || events"
                        + " from reconciliation_difference where reconciliation_id = " + reconciliation
                        + " and aggregate_id = '" + id + "'"));
    }

    private double counted(DifferenceKind kind) {
        return metrics.get("reconciliation_differences")
                .tag("topic", Topics.QUALIFICATION)
                .tag("kind", kind.name())
                .counter()
                .count();
    }

    private String log(long id) {
        var tally = Reactive.inTransaction(() -> tallies.findById(id));
        return tally == null ? "" : tally.log();
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return given().auth().oauth2(Tokens.of("operator")).contentType(ContentType.JSON);
    }

    private static List<Long> numbers(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Long.class).getResultList()));
    }

    private static List<String> texts(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, String.class).getResultList()));
    }

    private static int update(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql).executeUpdate()));
    }
}
