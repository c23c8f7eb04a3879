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
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class DiscardsComponentTest {

    private static final int FAILING = 11;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

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
    void a_parked_event_is_discarded_by_two_and_what_waits_behind_it_is_applied() {
        long id = Samples.newId();
        UUID failed = parked(id);
        long discard = asked(parkedBody(id, failed));
        confirm(FIRST, discard).statusCode(403).body("code", equalTo("SECOND_PERSON_REQUIRED"));
        aggregate(id).body("parkedAt", notNullValue()).body("lastVersion", equalTo(0));
        confirm(SECOND, discard)
                .statusCode(200)
                .body("state", equalTo("CARRIED_OUT"))
                .body("askedBy", equalTo("operator"))
                .body("closedBy", equalTo("operator-b"))
                .body("payload", containsString("\"qualificationId\":" + id));
        aggregate(id).body("parkedAt", nullValue()).body("lastVersion", equalTo(2));
        assertThat(log(id)).isEqualTo("2");
        confirm(SECOND, discard).statusCode(409).body("code", equalTo("DISCARD_CLOSED"));
        assertThat(audited("discard", discard + " %"))
                .containsExactly("operator discard.asked", "operator-b discard.confirmed");
    }

    @Test
    void a_confirmation_during_an_outage_is_answered_and_what_waits_is_applied_when_it_ends() {
        long id = Samples.newId();
        long discard = asked(parkedBody(id, parked(id)));
        reaction.outageAtRevision(1);
        assertTimeoutPreemptively(
                LONGEST_ANSWER, () -> confirm(SECOND, discard).statusCode(200).body("state", equalTo("CARRIED_OUT")));
        aggregate(id).body("parkedAt", nullValue()).body("held.waitsFor", equalTo(List.of("NOTHING")));
        reaction.failNoMore();
        await().atMost(Duration.ofSeconds(30)).until(() -> log(id).equals("2"));
    }

    /** A producer that was restored from a backup may give one version twice. */
    @Test
    void a_failed_event_can_be_discarded_though_another_of_its_version_is_kept() {
        long id = Samples.newId();
        UUID failed = UUID.randomUUID();
        String here = " where aggregate_id = '" + id + "'";
        reaction.outageAtRevision(1);
        reaction.failAtRevision(FAILING);
        EventBus.publish(Samples.submitted(id, 1), 2);
        await().until(() -> count("select count(*) from held_event" + here) == 1);
        // As if the first event had come; the second cannot follow yet.
        update("update inbox_cursor set last_version = 1" + here);
        EventBus.publish(Samples.submitted(id, FAILING), 2, failed);
        awaitParked(id, 2);
        aggregate(id).body("failedPayload", containsString("\"revision\":" + FAILING));
        confirm(SECOND, asked(parkedBody(id, failed))).statusCode(200);
        aggregate(id).body("lastVersion", equalTo(2)).body("cause", containsString("EVENT_CONFLICT"));
        assertThat(log(id)).isEmpty();
    }

    @Test
    void a_discarded_event_has_no_effect_when_it_is_sent_again() {
        long id = Samples.newId();
        UUID failed = parked(id);
        confirm(SECOND, asked(parkedBody(id, failed))).statusCode(200);
        reaction.failNoMore();
        EventBus.publish(Samples.submitted(id, FAILING), 1, failed);
        EventBus.publish(Samples.submitted(id, 3), 3);
        await().until(() -> log(id).equals("2,3"));
    }

    @Test
    void a_discard_can_be_taken_back_and_asked_for_anew() {
        long id = Samples.newId();
        UUID failed = parked(id);
        long discard = asked(parkedBody(id, failed));
        post(FIRST, BASE + "/discards", parkedBody(id, failed))
                .statusCode(409)
                .body("code", equalTo("NOTHING_TO_DISCARD"));
        get(BASE + "/discards?limit=100").body("items.id", hasItem((int) discard));
        post(SECOND, BASE + "/discards/" + discard + "/take-back", "")
                .statusCode(200)
                .body("state", equalTo("TAKEN_BACK"));
        confirm(SECOND, discard).statusCode(409).body("code", equalTo("DISCARD_CLOSED"));
        aggregate(id).body("parkedAt", notNullValue());
        get(BASE + "/discards?limit=100").body("items.id", not(hasItem((int) discard)));
        assertThat(asked(parkedBody(id, failed))).isGreaterThan(discard);
    }

    @Test
    void what_went_on_meanwhile_is_not_discarded() {
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
        assertThat(audited("discard", discard + " %")).containsExactly("operator discard.asked");
    }

    @Test
    void only_the_event_that_stands_in_the_way_can_be_discarded() {
        long id = Samples.newId();
        parked(id);
        post(FIRST, BASE + "/discards", parkedBody(id, UUID.randomUUID())).statusCode(409);
        post(FIRST, BASE + "/discards", missingBody(id, 1)).statusCode(409);
    }

    @Test
    void an_event_that_never_came_is_passed_over_by_two_and_dropped_should_it_come_late() {
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
    void a_dead_letter_is_discarded_by_two() {
        var unreadable = new ConsumerRecord<>(Topics.QUALIFICATION, 4, Samples.newId(), "lost", new byte[] {7});
        Reactive.run(() -> deadLetters.keep(unreadable, "It is nothing.").replaceWith(true));
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
    void not_even_the_table_takes_a_discard_by_one_person() {
        long id = Samples.newId();
        long discard = asked(parkedBody(id, parked(id)));
        assertThatThrownBy(
                        () -> update("update discard set state = 'CARRIED_OUT', closed_by = asked_by, closed_at = now()"
                                + " where id = " + discard))
                .hasMessageContaining("discard_check");
    }

    @Test
    void a_discard_that_is_not_there_is_404() {
        confirm(SECOND, 999_999_999).statusCode(404).body("code", equalTo("DISCARD_NOT_FOUND"));
        post(SECOND, BASE + "/discards/999999999/take-back", "").statusCode(404);
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

    private static String missingBody(long id, long version) {
        return "{\"kind\":\"MISSING_EVENT\",\"topic\":\"%s\",\"aggregateId\":\"%d\",\"version\":%d,\"reason\":\"lost\"}"
                .formatted(Topics.QUALIFICATION, id, version);
    }

    private static long asked(String body) {
        return post(FIRST, BASE + "/discards", body)
                .statusCode(201)
                .body("state", equalTo("ASKED"))
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static ValidatableResponse confirm(String user, long discard) {
        return as(user).post(BASE + "/discards/{id}/confirm", discard).then();
    }

    private String log(long id) {
        var tally = Reactive.inTransaction(() -> tallies.findById(id));
        return tally == null ? "" : tally.log();
    }
}
