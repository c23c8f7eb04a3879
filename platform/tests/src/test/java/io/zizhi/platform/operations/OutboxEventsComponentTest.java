package io.zizhi.platform.operations;

import static io.zizhi.platform.operations.OperatorApi.BASE;
import static io.zizhi.platform.operations.OperatorApi.FIRST;
import static io.zizhi.platform.operations.OperatorApi.audited;
import static io.zizhi.platform.operations.OperatorApi.count;
import static io.zizhi.platform.operations.OperatorApi.get;
import static io.zizhi.platform.operations.OperatorApi.post;
import static io.zizhi.platform.operations.OperatorApi.update;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.messaging.outbox.CloudEventHeaders;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.sample.TallyRepository;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class OutboxEventsComponentTest {

    @Inject
    Outbox outbox;

    @Inject
    TallyRepository tallies;

    @Test
    void resends_a_range_with_ids_and_order_unchanged() {
        long id = Samples.newId();
        append(id, 1, 2, 3);
        await().until(() -> log(id).equals("1,2,3"));
        await().until(() -> unsent(id) == 0);
        post(FIRST, BASE + "/outbox-events/resends", aggregateBody(id))
                .statusCode(200)
                .body("events", equalTo(3));
        await().until(() -> unsent(id) == 0);
        append(id, 4);
        await().until(() -> log(id).equals("1,2,3,4"));
        assertThat(versionsOnTopic(id)).containsExactly("1", "2", "3", "1", "2", "3", "4");
        assertThat(idsOnTopic(id).subList(0, 3)).isEqualTo(idsOnTopic(id).subList(3, 6));
        assertThat(audited("outbox", "3 of %aggregateId=" + id + " %"))
                .containsExactly("operator outbox-events.resent");
    }

    @Test
    void resends_only_the_requested_sequences() {
        long id = Samples.newId();
        append(id, 1, 2, 3);
        await().until(() -> log(id).equals("1,2,3") && unsent(id) == 0);
        long second = sequence(id, 2);
        post(
                        FIRST,
                        BASE + "/outbox-events/resends",
                        "{\"fromSequence\":%d,\"toSequence\":%d,\"reason\":\"one\"}".formatted(second, second))
                .statusCode(200)
                .body("events", equalTo(1));
        await().until(() -> versionsOnTopic(id).equals(List.of("1", "2", "3", "2")));
    }

    @Test
    void names_only_aggregates_that_have_events() {
        for (String act : List.of("resends", "retries")) {
            post(
                            FIRST,
                            BASE + "/outbox-events/" + act,
                            "{\"topic\":\"" + Topics.ACCOUNT
                                    + "\",\"aggregateId\":\"330106197812206220\",\"reason\":\"one\"}")
                    .statusCode(200)
                    .body("events", equalTo(0));
        }
        assertThat(audited("outbox", "%330106197812206220%")).isEmpty();
    }

    @Test
    void refuses_a_range_that_is_too_wide() {
        long id = Samples.newId();
        update("""
                insert into outbox(event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at, sent_at)
                select gen_random_uuid(), '%s', '%d', version, 'zizhi.none.v1', '{}', now(), now()
                from generate_series(1, 10001) version
                """.formatted(Topics.DOCUMENT, id));
        String body = "{\"topic\":\"" + Topics.DOCUMENT + "\",\"aggregateId\":\"" + id + "\",\"reason\":\"all\"}";
        post(FIRST, BASE + "/outbox-events/resends", body).statusCode(422).body("code", equalTo("RANGE_TOO_WIDE"));
        assertThat(unsent(id)).isZero();
        update("delete from outbox where aggregate_id = '" + id + "'");
    }

    @Test
    void shows_the_error_of_a_failing_event_and_retries_it() {
        long id = Samples.newId();
        String tooLarge = "星".repeat(1_200_000);
        Reactive.inTransaction(
                () -> outbox.append(Samples.submitted(id, 1, tooLarge)).replaceWith(true));
        await().until(() -> count("select attempts from outbox where aggregate_id = '" + id + "'") > 0);
        get(BASE + "/outbox-events?state=FAILING&aggregateId=" + id)
                .statusCode(200)
                .body("items.attempts", greaterItems())
                .body("items[0].lastError", containsString("RecordTooLarge"))
                .body("items[0].nextAttemptAt", notNullValue());
        get(BASE + "/outbox-events/{sequence}", sequence(id, 1))
                .statusCode(200)
                .body("payload", containsString("\"qualificationId\":" + id))
                .body("payload.length()", equalTo(4001));
        assertThat(audited("outbox-event", Long.toString(sequence(id, 1))))
                .containsExactly("operator outbox-event.inspected");
        update("update outbox set payload = replace(payload, '" + tooLarge + "', 'short'), next_attempt_at = now()"
                + " + interval '1 day' where aggregate_id = '" + id + "'");
        post(FIRST, BASE + "/outbox-events/retries", aggregateBody(id))
                .statusCode(200)
                .body("events", equalTo(1));
        await().until(() -> log(id).equals("1"));
    }

    private static org.hamcrest.Matcher<Iterable<? super Integer>> greaterItems() {
        return org.hamcrest.Matchers.hasItem(greaterThanOrEqualTo(1));
    }

    private void append(long id, int... revisions) {
        for (int revision : revisions) {
            Reactive.inTransaction(
                    () -> outbox.append(Samples.submitted(id, revision)).replaceWith(true));
        }
    }

    private static String aggregateBody(long id) {
        return "{\"topic\":\"%s\",\"aggregateId\":\"%d\",\"reason\":\"the consumer lost them\"}"
                .formatted(Topics.QUALIFICATION, id);
    }

    private static long unsent(long id) {
        return count("select count(*) from outbox where sent_at is null and aggregate_id = '" + id + "'");
    }

    private static long sequence(long id, int version) {
        return count(
                "select sequence from outbox where aggregate_id = '" + id + "' and aggregate_version = " + version);
    }

    private static List<String> versionsOnTopic(long id) {
        return headersOnTopic(id, CloudEventHeaders.AGGREGATE_VERSION);
    }

    private static List<String> idsOnTopic(long id) {
        return headersOnTopic(id, CloudEventHeaders.ID);
    }

    private static List<String> headersOnTopic(long id, String name) {
        return EventBus.records(Topics.QUALIFICATION).stream()
                .filter((ConsumerRecord<String, byte[]> message) ->
                        Long.toString(id).equals(message.key()))
                .map(message -> EventBus.header(message, name))
                .toList();
    }

    private String log(long id) {
        var tally = Reactive.inTransaction(() -> tallies.findById(id));
        return tally == null ? "" : tally.log();
    }
}
