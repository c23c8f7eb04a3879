package io.zizhi.platform.operations;

import static io.zizhi.platform.operations.OperatorApi.AGGREGATE;
import static io.zizhi.platform.operations.OperatorApi.BASE;
import static io.zizhi.platform.operations.OperatorApi.FIRST;
import static io.zizhi.platform.operations.OperatorApi.SECOND;
import static io.zizhi.platform.operations.OperatorApi.aggregate;
import static io.zizhi.platform.operations.OperatorApi.as;
import static io.zizhi.platform.operations.OperatorApi.awaitParked;
import static io.zizhi.platform.operations.OperatorApi.count;
import static io.zizhi.platform.operations.OperatorApi.get;
import static io.zizhi.platform.operations.OperatorApi.post;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.AccountKind;
import io.zizhi.contracts.AccountVerified;
import io.zizhi.contracts.Event;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.messaging.inbox.Inbox;
import io.zizhi.platform.messaging.outbox.CloudEventHeaders;
import io.zizhi.platform.messaging.outbox.EventJson;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.sample.TallyRepository;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * Tests events whose version was already used by another applied event, because their producer was restored from a
 * backup.
 */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class EventConflictsComponentTest {

    private static final String CAUSE = "EVENT_CONFLICT: version 2 was already used by another event; its producer was"
            + " probably restored from a backup.";

    @Inject
    TallyRepository tallies;

    @Inject
    Inbox inbox;

    @Inject
    MeterRegistry metrics;

    @Test
    void parks_aggregate_at_a_used_version_with_an_unknown_id() {
        long id = applied(2);
        double counted = conflicts();
        UUID conflicting = EventBus.publish(Samples.submitted(id, 7), 2);
        EventBus.publish(Samples.submitted(id, 3), 3);
        awaitParked(id, 2);

        aggregate(id)
                .body("lastVersion", equalTo(2))
                .body("cause", equalTo(CAUSE))
                .body("failedEventId", equalTo(conflicting.toString()));
        get(BASE + "/parked-aggregates?limit=100&cause=EVENT_CONFLICT")
                .body("items.aggregateId", hasItem(Long.toString(id)));
        await().untilAsserted(() -> assertThat(conflicts()).isEqualTo(counted + 1));
        assertThat(log(id)).isEqualTo("1,2");
    }

    @Test
    void parks_a_retried_conflict_again() {
        long id = applied(2);
        EventBus.publish(Samples.submitted(id, 7), 2);
        awaitParked(id, 1);
        as(FIRST)
                .post(AGGREGATE + "/retry", id)
                .then()
                .statusCode(200)
                .body("parkedAt", notNullValue())
                .body("cause", equalTo(CAUSE));
    }

    @Test
    void drops_each_conflict_when_two_operators_discard_it() {
        long id = applied(3);
        UUID second = EventBus.publish(Samples.submitted(id, 7), 2);
        UUID third = EventBus.publish(Samples.submitted(id, 8), 3);
        EventBus.publish(Samples.submitted(id, 4), 4);
        awaitParked(id, 3);
        // A duplicate of an applied event does not settle the conflict.
        Reactive.run(() -> inbox.receive(record(Samples.submitted(id, 3), 3, new UUID(id, 3), Instant.now()))
                .replaceWith(true));

        discard(id, second);
        aggregate(id)
                .body("lastVersion", equalTo(3))
                .body("cause", startsWith("EVENT_CONFLICT: version 3"))
                .body("failedEventId", equalTo(third.toString()));
        discard(id, third);
        aggregate(id).body("parkedAt", nullValue()).body("lastVersion", equalTo(4));
        assertThat(log(id)).isEqualTo("1,2,3,4");

        EventBus.publish(Samples.submitted(id, 7), 2, second);
        EventBus.publish(Samples.submitted(id, 5), 5);
        await().until(() -> log(id).equals("1,2,3,4,5"));
    }

    @Test
    void finds_a_conflict_between_two_held_events() {
        long id = Samples.newId();
        EventBus.publish(Samples.submitted(id, 2), 2);
        UUID late = EventBus.publish(Samples.submitted(id, 7), 2);
        await().until(() -> count("select count(*) from held_event where aggregate_id = '" + id + "'") == 2);
        EventBus.publish(Samples.submitted(id, 1), 1);
        awaitParked(id, 1);
        aggregate(id).body("cause", equalTo(CAUSE)).body("failedEventId", equalTo(late.toString()));
        assertThat(log(id)).isEqualTo("1,2");
    }

    @Test
    void stores_at_most_ten_conflicts_of_a_version() {
        long id = applied(1);
        for (int conflict = 0; conflict < 12; conflict++) {
            EventBus.publish(Samples.submitted(id, 7), 1);
        }
        EventBus.publish(Samples.submitted(id, 2), 2);
        awaitParked(id, 11);
    }

    @Test
    void drops_an_unknown_event_older_than_the_stored_ids() {
        long id = applied(1);
        Instant longAgo = Instant.now().minus(Duration.ofDays(22));
        Reactive.run(() -> inbox.receive(record(Samples.submitted(id, 7), 1, UUID.randomUUID(), longAgo))
                .replaceWith(true));
        aggregate(id).body("parkedAt", nullValue()).body("lastVersion", equalTo(1));
    }

    @Test
    void lets_the_last_write_win_on_the_compacted_topic() {
        String account = "account-" + Samples.newId();
        for (int version : new int[] {5, 5, 4}) {
            var verified = new AccountVerified(account, AccountKind.COMPANY, "示例公司", "91330106673959654P", version);
            Reactive.run(() -> inbox.receive(record(verified, version, UUID.randomUUID(), Instant.now()))
                    .replaceWith(true));
        }
        assertThat(count("select last_version from inbox_cursor where aggregate_id = '" + account
                        + "' and parked_at is null"))
                .isEqualTo(5);
    }

    @Test
    void counts_a_raised_epoch_of_a_producer_once() {
        long id = Samples.newId();
        long epoch = laterEpoch();
        receive(Samples.submitted(id, 1), 1, Instant.now(), epoch);
        double counted = counted("inbox_producer_restored");
        receive(Samples.submitted(id, 2), 2, Instant.now(), epoch + 1);
        receive(Samples.submitted(id, 3), 3, Instant.now(), epoch + 1);
        receive(Samples.submitted(id, 4), 4, Instant.now(), epoch);
        assertThat(counted("inbox_producer_restored")).isEqualTo(counted + 1);
        assertThat(log(id)).isEqualTo("1,2,3,4");
    }

    @Test
    void parks_at_an_old_unknown_event_of_an_outdated_epoch() {
        long id = Samples.newId();
        long epoch = laterEpoch();
        receive(Samples.submitted(id, 1), 1, Instant.now(), epoch);
        Instant longAgo = Instant.now().minus(Duration.ofDays(22));
        receive(Samples.submitted(id, 7), 1, longAgo, epoch);
        aggregate(id).body("parkedAt", nullValue());
        receive(Samples.submitted(id, 7), 1, longAgo, epoch - 1);
        aggregate(id).body("cause", startsWith("EVENT_CONFLICT: version 1"));
    }

    /** Returns an epoch that no event of the topic has used. */
    private static long laterEpoch() {
        return count("select coalesce(max(epoch), 0) + 10 from inbox_producer");
    }

    private void receive(Event event, long version, Instant occurredAt, long epoch) {
        ConsumerRecord<String, byte[]> record = record(event, version, UUID.randomUUID(), occurredAt);
        record.headers()
                .add(CloudEventHeaders.PRODUCER_EPOCH, Long.toString(epoch).getBytes(StandardCharsets.UTF_8));
        Reactive.run(() -> inbox.receive(record).replaceWith(true));
    }

    /** Creates an aggregate whose first events are applied. */
    private long applied(int events) {
        long id = Samples.newId();
        for (int version = 1; version <= events; version++) {
            EventBus.publish(Samples.submitted(id, version), version, new UUID(id, version));
        }
        await().until(() -> log(id).endsWith(Integer.toString(events)));
        return id;
    }

    private static void discard(long id, UUID eventId) {
        long discard = post(
                        FIRST,
                        BASE + "/discards",
                        "{\"kind\":\"PARKED_EVENT\",\"topic\":\"%s\",\"aggregateId\":\"%d\",\"eventId\":\"%s\",\"reason\":\"restored\"}"
                                .formatted(Topics.QUALIFICATION, id, eventId))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        as(SECOND).post(BASE + "/discards/{id}/confirmation", discard).then().statusCode(200);
    }

    private static ConsumerRecord<String, byte[]> record(Event event, long version, UUID eventId, Instant occurredAt) {
        Map<String, String> headers = new HashMap<>(EventBus.headers(event, version, eventId));
        headers.put(CloudEventHeaders.TIME, occurredAt.toString());
        var record = new ConsumerRecord<>(
                event.type().topic(),
                0,
                0,
                event.aggregateId(),
                EventJson.write(event).getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private double conflicts() {
        return counted("inbox_conflicts");
    }

    private double counted(String metric) {
        return metrics.get(metric).tag("topic", Topics.QUALIFICATION).counter().count();
    }

    private String log(long id) {
        var tally = Reactive.inTransaction(() -> tallies.findById(id));
        return tally == null ? "" : tally.log();
    }
}
