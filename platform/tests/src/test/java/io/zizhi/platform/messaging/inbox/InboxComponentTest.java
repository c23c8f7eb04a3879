package io.zizhi.platform.messaging.inbox;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.QualificationWithdrawn;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.messaging.outbox.CloudEventHeaders;
import io.zizhi.platform.messaging.outbox.EventJson;
import io.zizhi.platform.sample.OnQualificationSubmitted;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.sample.Tally;
import io.zizhi.platform.sample.TallyRepository;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class InboxComponentTest {

    @Inject
    TallyRepository tallies;

    @Inject
    OnQualificationSubmitted reaction;

    @Inject
    Inbox inbox;

    @AfterEach
    void failNoMore() {
        reaction.failNoMore();
    }

    @Test
    void event_delivered_three_times_takes_effect_once() {
        long id = Samples.newId();
        UUID eventId = UUID.randomUUID();
        for (int delivery = 0; delivery < 3; delivery++) {
            EventBus.publish(Samples.submitted(id, 1), 1, eventId);
        }
        EventBus.publish(Samples.submitted(id, 2), 2);
        await().untilAsserted(() -> assertThat(log(id)).isEqualTo("1,2"));
    }

    @Test
    void early_event_waits_until_gap_is_filled() {
        long id = Samples.newId();
        EventBus.publish(Samples.submitted(id, 1), 1);
        EventBus.publish(Samples.submitted(id, 4), 4);
        EventBus.publish(Samples.submitted(id, 3), 3);
        await().untilAsserted(() -> assertThat(log(id)).isEqualTo("1"));
        EventBus.publish(Samples.submitted(id, 2), 2);
        await().untilAsserted(() -> assertThat(log(id)).isEqualTo("1,2,3,4"));
    }

    @Test
    void cursor_moves_for_events_without_reaction() {
        long id = Samples.newId();
        EventBus.publish(new QualificationWithdrawn(id, 1, "company-a", Instant.EPOCH), 1);
        EventBus.publish(Samples.submitted(id, 1), 2);
        await().untilAsserted(() -> assertThat(log(id)).isEqualTo("2"));
    }

    @Test
    void unreadable_record_goes_to_dead_letters_and_blocks_no_event() {
        long id = Samples.newId();
        String key = "poison-" + id;
        EventBus.send(new ProducerRecord<>(Topics.QUALIFICATION, key, "not json".getBytes(StandardCharsets.UTF_8)));
        EventBus.publish(Samples.submitted(id, 1), 1);
        await().untilAsserted(() -> assertThat(log(id)).isEqualTo("1"));
        await().untilAsserted(() -> assertThat(EventBus.records(Topics.deadLetter(Topics.QUALIFICATION, "platform")))
                .anySatisfy(dead -> {
                    assertThat(dead.key()).isEqualTo(key);
                    assertThat(EventBus.header(dead, "dead-letter-reason")).contains("ce_id");
                }));
    }

    @Test
    void event_without_fields_goes_to_dead_letters_and_parks_nothing() {
        long id = Samples.newId();
        ProducerRecord<String, byte[]> empty =
                new ProducerRecord<>(Topics.QUALIFICATION, Long.toString(id), "{}".getBytes(StandardCharsets.UTF_8));
        EventBus.headers(Samples.submitted(id, 1), 1, UUID.randomUUID())
                .forEach((name, text) -> empty.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        EventBus.send(empty);
        EventBus.publish(Samples.submitted(id, 1), 1);
        await().untilAsserted(() -> assertThat(log(id)).isEqualTo("1"));
        assertThat(EventBus.records(Topics.deadLetter(Topics.QUALIFICATION, "platform")))
                .anySatisfy(dead -> assertThat(dead.key()).isEqualTo(Long.toString(id)));
    }

    /** The dead letter, with its additional headers, is larger than Kafka's default limit. */
    @Test
    void largest_possible_record_goes_to_dead_letters() {
        long id = Samples.newId();
        String key = "large-" + id;
        EventBus.send(new ProducerRecord<>(Topics.QUALIFICATION, key, new byte[(1 << 20) - 120]));
        EventBus.publish(Samples.submitted(id, 1), 1);
        await().untilAsserted(() -> assertThat(EventBus.records(Topics.deadLetter(Topics.QUALIFICATION, "platform")))
                .anySatisfy(dead -> assertThat(dead.key()).isEqualTo(key)));
        await().untilAsserted(() -> assertThat(log(id)).isEqualTo("1"));
    }

    @Test
    void business_failure_parks_only_its_aggregate_until_retry() {
        long parked = Samples.newId();
        long healthy = Samples.newId();
        reaction.failAtRevision(7);
        EventBus.publish(Samples.submitted(parked, 7), 1);
        EventBus.publish(Samples.submitted(parked, 8), 2);
        EventBus.publish(Samples.submitted(healthy, 1), 1);
        await().untilAsserted(() -> assertThat(log(healthy)).isEqualTo("1"));
        await().untilAsserted(() -> assertThat(retry(parked)).isTrue());
        assertThat(log(parked)).isEmpty();
        await().untilAsserted(() -> {
            reaction.failNoMore();
            retry(parked);
            assertThat(log(parked)).isEqualTo("1,2");
        });
    }

    @Test
    void sweep_applies_releasable_event_without_another_event() {
        long id = Samples.newId();
        reaction.failAtRevision(7);
        EventBus.publish(Samples.submitted(id, 7), 1);
        EventBus.publish(Samples.submitted(id, 8), 2);
        String here = " where aggregate_id = '" + id + "'";
        await().until(() -> number("select count(*) from held_event" + here) == 2
                && number("select count(*) from inbox_cursor" + here + " and parked_at is not null") == 1);
        reaction.failNoMore();
        // Simulates that the process ended right after an operator resumed the aggregate.
        update("update inbox_cursor set parked_at = null, parked_event_id = null, parked_cause = null" + here);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(log(id)).isEqualTo("1,2"));
    }

    /** Blocks more aggregates than one batch of the sweep holds, ahead of the aggregate that can proceed. */
    @Test
    void aggregates_in_an_outage_do_not_block_others() {
        reaction.outageAtRevision(5);
        List<Long> waiting = IntStream.rangeClosed(0, HeldEventSweep.BATCH)
                .mapToObj(index -> released(5))
                .toList();
        long free = released(6);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(log(free)).isEqualTo("2"));
        assertThat(waiting).allSatisfy(id -> assertThat(log(id)).isEmpty());
        reaction.failNoMore();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(waiting).allSatisfy(id -> assertThat(log(id)).isEqualTo("2")));
    }

    /** Inserts an aggregate whose first event was applied and whose second is held, ready to apply. Returns its id. */
    private static long released(int revision) {
        long id = Samples.newId();
        update("insert into held_event(topic, aggregate_id, aggregate_version, event_id, type, occurred_at, payload)"
                + " values ('" + Topics.QUALIFICATION + "', '" + id + "', 2, gen_random_uuid(),"
                + " 'zizhi.qualification.submitted.v1', now(), '" + EventJson.write(Samples.submitted(id, revision))
                + "')");
        update("insert into inbox_cursor(topic, aggregate_id, last_version) values ('" + Topics.QUALIFICATION + "', '"
                + id + "', 1)");
        return id;
    }

    @Test
    void held_event_of_compacted_topic_skips_missing_versions() {
        String id = "account-" + Samples.newId();
        update("insert into inbox_cursor(topic, aggregate_id, last_version) values ('zizhi.account.v1', '" + id
                + "', 2)");
        update("insert into held_event(topic, aggregate_id, aggregate_version, event_id, type, occurred_at, payload)"
                + " select 'zizhi.account.v1', '" + id
                + "', version, gen_random_uuid(), 'zizhi.account.later.v1', now(), '{}'"
                + " from unnest(array[5, 7]) version");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> number("select last_version from inbox_cursor where aggregate_id = '" + id + "'") == 7);
        assertThat(number("select count(*) from held_event where aggregate_id = '" + id + "'"))
                .isZero();
    }

    @Test
    void concurrent_deliveries_of_one_aggregate_apply_once_and_in_order() {
        long id = Samples.newId();
        List<ConsumerRecord<String, byte[]>> messages = new java.util.ArrayList<>(IntStream.rangeClosed(1, 10)
                .mapToObj(version -> message(id, version))
                .toList());
        messages.addAll(List.copyOf(messages));
        Collections.shuffle(messages, new java.util.Random(42));
        messages.parallelStream()
                .forEach(message -> Reactive.run(() -> inbox.receive(message).replaceWith(true)));
        assertThat(log(id)).isEqualTo("1,2,3,4,5,6,7,8,9,10");
    }

    private static long number(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Long.class).getSingleResult()));
    }

    private static void update(String sql) {
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql).executeUpdate()));
    }

    private boolean retry(long id) {
        String aggregate = Long.toString(id);
        return Reactive.run(() -> inbox.unpark(Topics.QUALIFICATION, aggregate)
                .call(() -> inbox.resume(Topics.QUALIFICATION, aggregate)));
    }

    private static ConsumerRecord<String, byte[]> message(long id, int version) {
        var event = Samples.submitted(id, version);
        UUID eventId = new UUID(id, version);
        var message = new ConsumerRecord<>(
                Topics.QUALIFICATION,
                0,
                version,
                event.aggregateId(),
                EventJson.write(event).getBytes(StandardCharsets.UTF_8));
        EventBus.headers(event, version, eventId)
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        assertThat(EventBus.header(message, CloudEventHeaders.ID)).isEqualTo(eventId.toString());
        return message;
    }

    private String log(long id) {
        @Nullable Tally tally = Reactive.inTransaction(() -> tallies.findById(id));
        return tally == null ? "" : tally.log();
    }
}
