package io.zizhi.platform.operations;

import static io.zizhi.platform.operations.OperatorApi.BASE;
import static io.zizhi.platform.operations.OperatorApi.FIRST;
import static io.zizhi.platform.operations.OperatorApi.SECOND;
import static io.zizhi.platform.operations.OperatorApi.aggregate;
import static io.zizhi.platform.operations.OperatorApi.as;
import static io.zizhi.platform.operations.OperatorApi.audited;
import static io.zizhi.platform.operations.OperatorApi.awaitParked;
import static io.zizhi.platform.operations.OperatorApi.count;
import static io.zizhi.platform.operations.OperatorApi.get;
import static io.zizhi.platform.operations.OperatorApi.post;
import static io.zizhi.platform.operations.OperatorApi.update;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.messaging.deadletter.DeadLetters;
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
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class DiscardsComponentTest {

    private static final int FAILING = 11;

    @Inject
    AgroalDataSource database;

    @Inject
    TallyRepository tallies;

    @Inject
    OnQualificationSubmitted reaction;

    @Inject
    DeadLetters deadLetters;

    @AfterEach
    void failNoMore() {
        reaction.failNoMore();
    }

    @Test
    void discards_a_parked_event_and_applies_the_events_behind_it() {
        long id = Samples.newId();
        UUID failed = parked(id);
        long discard = asked(parkedBody(id, failed));
        confirm(FIRST, discard).statusCode(403).body("code", equalTo("SECOND_PERSON_REQUIRED"));
        aggregate(id).body("parkedAt", notNullValue()).body("lastVersion", equalTo(0));
        confirm(SECOND, discard)
                .statusCode(200)
                .body("state", equalTo("CARRIED_OUT"))
                .body("requestedBy", equalTo("operator"))
                .body("closedBy", equalTo("operator-b"))
                .body("payload", containsString("\"qualificationId\":" + id));
        aggregate(id).body("parkedAt", nullValue()).body("lastVersion", equalTo(2));
        assertThat(log(id)).isEqualTo("2");
        confirm(SECOND, discard).statusCode(409).body("code", equalTo("DISCARD_CLOSED"));
        assertThat(audited("discard", discard + " %"))
                .containsExactly("operator discard.requested", "operator-b discard.confirmed");
    }

    @Test
    void a_confirmation_during_an_outage_is_applied_afterwards() {
        long id = Samples.newId();
        long discard = asked(parkedBody(id, parked(id)));
        reaction.outageAtRevision(1);
        confirm(SECOND, discard).statusCode(200).body("state", equalTo("CARRIED_OUT"));
        aggregate(id).body("parkedAt", nullValue()).body("held.waitsFor", equalTo(List.of("NOTHING")));
        reaction.failNoMore();
        await().until(() -> log(id).equals("2"));
    }

    /** A producer restored from a backup may publish two events with the same version. */
    @Test
    void discards_one_of_two_events_with_the_same_version() {
        long id = Samples.newId();
        UUID failed = UUID.randomUUID();
        String here = " where aggregate_id = '" + id + "'";
        reaction.outageAtRevision(1);
        reaction.failAtRevision(FAILING);
        EventBus.publish(Samples.submitted(id, 1), 2);
        await().until(() -> count("select count(*) from held_event" + here) == 1);
        // Simulates that the first event was applied; the second cannot follow yet.
        update("update inbox_cursor set last_version = 1" + here);
        EventBus.publish(Samples.submitted(id, FAILING), 2, failed);
        awaitParked(id, 2);
        aggregate(id).body("failedPayload", containsString("\"revision\":" + FAILING));
        confirm(SECOND, asked(parkedBody(id, failed))).statusCode(200);
        aggregate(id).body("lastVersion", equalTo(2)).body("cause", containsString("EVENT_CONFLICT"));
        assertThat(log(id)).isEmpty();
    }

    @Test
    void a_resent_discarded_event_has_no_effect() {
        long id = Samples.newId();
        UUID failed = parked(id);
        confirm(SECOND, asked(parkedBody(id, failed))).statusCode(200);
        reaction.failNoMore();
        EventBus.publish(Samples.submitted(id, FAILING), 1, failed);
        EventBus.publish(Samples.submitted(id, 3), 3);
        await().until(() -> log(id).equals("2,3"));
    }

    @Test
    void a_discard_can_be_cancelled_and_requested_again() {
        long id = Samples.newId();
        UUID failed = parked(id);
        long discard = asked(parkedBody(id, failed));
        post(FIRST, BASE + "/discards", parkedBody(id, failed))
                .statusCode(409)
                .body("code", equalTo("NOTHING_TO_DISCARD"));
        get(BASE + "/discards?limit=100").body("items.id", hasItem((int) discard));
        post(SECOND, BASE + "/discards/" + discard + "/cancellation", "")
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        confirm(SECOND, discard).statusCode(409).body("code", equalTo("DISCARD_CLOSED"));
        aggregate(id).body("parkedAt", notNullValue());
        get(BASE + "/discards?limit=100").body("items.id", not(hasItem((int) discard)));
        assertThat(asked(parkedBody(id, failed))).isGreaterThan(discard);
    }

    @Test
    void does_not_discard_an_event_applied_meanwhile() {
        long id = Samples.newId();
        UUID failed = parked(id);
        long discard = asked(parkedBody(id, failed));
        reaction.failNoMore();
        as(FIRST)
                .post(OperatorApi.AGGREGATE + "/retry", id)
                .then()
                .statusCode(200)
                .body("lastVersion", equalTo(2));
        confirm(SECOND, discard).statusCode(409).body("code", equalTo("NOTHING_TO_DISCARD"));
        assertThat(log(id)).isEqualTo("1,2");
        assertThat(audited("discard", discard + " %")).containsExactly("operator discard.requested");
    }

    @Test
    void discards_only_the_blocking_event() {
        long id = Samples.newId();
        parked(id);
        post(FIRST, BASE + "/discards", parkedBody(id, UUID.randomUUID())).statusCode(409);
        post(FIRST, BASE + "/discards", missingBody(id, 1)).statusCode(409);
    }

    /** As after a restore of the producer: each aggregate has two conflicts, and an event behind them. */
    @Test
    void discards_parked_and_held_events_of_a_cause_and_period_at_once() {
        List<Long> ids = List.of(inConflict(), inConflict(), inConflict());
        ids.forEach(id -> receivedOn(id, "2020-01-01"));
        long later = inConflict();
        receivedOn(later, "2020-01-03");
        long other = Samples.newId();
        parked(other);
        receivedOn(other, "2020-01-01");

        long discard = asked(manyBody("2020-01-01", "2020-01-02"));
        post(FIRST, BASE + "/discards", manyBody("2020-01-01", "2020-01-02"))
                .statusCode(409)
                .body("code", equalTo("NOTHING_TO_DISCARD"));
        confirm(FIRST, discard).statusCode(403).body("code", equalTo("SECOND_PERSON_REQUIRED"));
        confirm(SECOND, discard)
                .statusCode(200)
                .body("aggregates", equalTo(3))
                .body("events", equalTo(9))
                .body(
                        "sample.sort()",
                        equalTo(ids.stream().map(String::valueOf).sorted().toList()));

        await().until(() -> isFinished(discard));
        ids.forEach(id -> assertThat(log(id)).isEqualTo("1,2,3,4"));
        get(BASE + "/discards?limit=100&state=CARRIED_OUT")
                .body("items.find { it.id == " + discard + " }.discarded", equalTo(6));
        assertThat(audited("discard", discard + " %"))
                .containsExactly("operator discard.requested", "operator-b discard.confirmed");
        assertThat(audited("discard", "% PARKED_EVENT " + Topics.QUALIFICATION + "/" + ids.getFirst() + "@%"))
                .containsExactly("operator-b discard.confirmed", "operator-b discard.confirmed");
        aggregate(later).body("parkedAt", notNullValue());
        aggregate(other).body("parkedAt", notNullValue());
        post(FIRST, BASE + "/discards", manyBody("2020-01-01", "2020-01-02")).statusCode(409);
    }

    /** A replica confirmed and crashed; another one holds the lock of one aggregate. */
    @Test
    void a_replica_continues_a_discard_of_many_events() throws SQLException {
        long locked = inConflict();
        long free = inConflict();
        receivedOn(locked, "2021-01-01");
        receivedOn(free, "2021-01-01");
        long discard = asked(manyBody("2021-01-01", "2021-01-02"));
        try (Connection replica = database.getConnection();
                Statement statement = replica.createStatement()) {
            replica.setAutoCommit(false);
            statement.execute("select from inbox_cursor where aggregate_id = '" + locked + "' for update");
            update("update discard set state = 'CARRIED_OUT', closed_by = 'operator-b', closed_at = now() where id = "
                    + discard);
            await().until(() -> log(free).equals("1,2,3,4"));
            assertThat(log(locked)).isEqualTo("1,2,3");
            assertThat(isFinished(discard)).isFalse();
            replica.rollback();
        }
        await().until(() -> isFinished(discard));
        assertThat(log(locked)).isEqualTo("1,2,3,4");
    }

    @Test
    void skips_a_missing_event_and_drops_it_when_late() {
        long id = Samples.newId();
        EventBus.publish(Samples.submitted(id, 1), 1);
        EventBus.publish(Samples.submitted(id, 3), 3);
        await().until(() ->
                log(id).equals("1") && count("select count(*) from held_event where aggregate_id = '" + id + "'") == 1);
        post(FIRST, BASE + "/discards", missingBody(id, 3)).statusCode(409);
        long discard = asked(missingBody(id, 2));
        confirm(FIRST, discard).statusCode(403);
        confirm(SECOND, discard).statusCode(200).body("state", equalTo("CARRIED_OUT"));
        assertThat(log(id)).isEqualTo("1,3");
        EventBus.publish(Samples.submitted(id, 2), 2);
        EventBus.publish(Samples.submitted(id, 4), 4);
        await().until(() -> log(id).equals("1,3,4"));
    }

    @Test
    void two_operators_discard_a_dead_letter() {
        var unreadable = new ConsumerRecord<>(Topics.QUALIFICATION, 4, Samples.newId(), "lost", new byte[] {7});
        Reactive.run(() -> deadLetters.store(unreadable, "It is nothing.").replaceWith(true));
        long letter = count("select id from dead_letter where record_offset = " + unreadable.offset());
        long discard = asked("{\"kind\":\"DEAD_LETTER\",\"deadLetterId\":" + letter + ",\"reason\":\"a test record\"}");
        confirm(FIRST, discard).statusCode(403);
        confirm(SECOND, discard).statusCode(200).body("state", equalTo("CARRIED_OUT"));
        get(BASE + "/dead-letters/{id}", letter)
                .body("state", equalTo("DISCARDED"))
                .body("closedAt", notNullValue());
        as(FIRST)
                .post(BASE + "/dead-letters/{id}/retry", letter)
                .then()
                .statusCode(409)
                .body("code", equalTo("DEAD_LETTER_DISCARDED"));
    }

    @Test
    void the_table_rejects_a_discard_by_one_person() {
        long id = Samples.newId();
        long discard = asked(parkedBody(id, parked(id)));
        assertThatThrownBy(() ->
                        update("update discard set state = 'CARRIED_OUT', closed_by = requested_by, closed_at = now()"
                                + " where id = " + discard))
                .hasMessageContaining("discard_check");
    }

    @Test
    void an_unknown_discard_is_404() {
        confirm(SECOND, 999_999_999).statusCode(404).body("code", equalTo("DISCARD_NOT_FOUND"));
        post(SECOND, BASE + "/discards/999999999/cancellation", "").statusCode(404);
    }

    private UUID parked(long id) {
        UUID failed = UUID.randomUUID();
        reaction.failAtRevision(FAILING);
        EventBus.publish(Samples.submitted(id, FAILING), 1, failed);
        EventBus.publish(Samples.submitted(id, 1), 2);
        awaitParked(id, 2);
        return failed;
    }

    private static String parkedBody(long id, UUID eventId) {
        return "{\"kind\":\"PARKED_EVENT\",\"topic\":\"%s\",\"aggregateId\":\"%d\",\"eventId\":\"%s\",\"reason\":\"wrong\"}"
                .formatted(Topics.QUALIFICATION, id, eventId);
    }

    /** Returns an aggregate that is parked at the first of two conflicts, with an event behind them. */
    private long inConflict() {
        long id = Samples.newId();
        for (int revision = 1; revision <= 3; revision++) {
            EventBus.publish(Samples.submitted(id, revision), revision);
        }
        await().until(() -> log(id).equals("1,2,3"));
        EventBus.publish(Samples.submitted(id, 7), 2);
        EventBus.publish(Samples.submitted(id, 8), 3);
        EventBus.publish(Samples.submitted(id, 4), 4);
        awaitParked(id, 3);
        return id;
    }

    private static void receivedOn(long id, String day) {
        update("update held_event set held_at = timestamptz '" + day + "T12:00:00Z' where aggregate_id = '" + id + "'");
    }

    private static boolean isFinished(long discard) {
        return count("select count(*) from discard where finished_at is not null and id = " + discard) == 1;
    }

    private static String manyBody(String fromDay, String toDay) {
        return "{\"kind\":\"PARKED_EVENTS\",\"topic\":\"%s\",\"cause\":\"EVENT_CONFLICT\",\"receivedFrom\":\"%sT00:00:00Z\",\"receivedTo\":\"%sT00:00:00Z\",\"reason\":\"restored\"}"
                .formatted(Topics.QUALIFICATION, fromDay, toDay);
    }

    private static String missingBody(long id, long version) {
        return "{\"kind\":\"MISSING_EVENT\",\"topic\":\"%s\",\"aggregateId\":\"%d\",\"version\":%d,\"reason\":\"lost\"}"
                .formatted(Topics.QUALIFICATION, id, version);
    }

    private static long asked(String body) {
        return post(FIRST, BASE + "/discards", body)
                .statusCode(201)
                .body("state", equalTo("REQUESTED"))
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static ValidatableResponse confirm(String user, long discard) {
        return as(user).post(BASE + "/discards/{id}/confirmation", discard).then();
    }

    private String log(long id) {
        var tally = Reactive.inTransaction(() -> tallies.findById(id));
        return tally == null ? "" : tally.log();
    }
}
