package io.zizhi.platform.messaging.outbox;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.sample.TallyRepository;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class OutboxComponentTest {

    @Inject
    Outbox outbox;

    @Inject
    OutboxRelay relay;

    @Inject
    TallyRepository tallies;

    @Inject
    AgroalDataSource database;

    @Test
    void rolled_back_event_is_not_published_and_leaves_no_gap() {
        long id = Samples.newId();
        assertThatThrownBy(() -> Reactive.inTransaction(() -> outbox.append(Samples.submitted(id, 1))
                        .chain(() -> Uni.createFrom().<Boolean>failure(new IllegalStateException("rolled back")))))
                .hasMessage("rolled back");
        append(id, 2);
        EventBus.await(EventType.QUALIFICATION_SUBMITTED, Long.toString(id));
        assertThat(versionsOnTopic(id)).containsOnly(1L);
    }

    @Test
    void concurrent_appends_get_gapless_versions_and_publish_in_order() {
        long id = Samples.newId();
        IntStream.rangeClosed(1, 40).parallel().forEach(revision -> append(id, revision));
        EventBus.await(EventType.QUALIFICATION_SUBMITTED, Long.toString(id), 40);
        assertThat(versionsOnTopic(id).stream().distinct())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void numbers_events_appended_together_per_aggregate_in_order() {
        long one = Samples.newId();
        long other = Samples.newId();
        append(one, 1);
        Reactive.inTransaction(() -> outbox.appendAll(List.of(
                        Samples.submitted(other, 1),
                        Samples.submitted(one, 2),
                        Samples.submitted(other, 2),
                        Samples.submitted(one, 3),
                        Samples.submitted(one, 4)))
                .replaceWith(true));
        append(one, 5);
        await().until(() -> log(one).equals("1,2,3,4,5"));
        await().until(() -> log(other).equals("1,2"));
        assertThat(versionsAndRevisions(one)).isEqualTo("1:1 2:2 3:3 4:4 5:5");
        assertThat(versionsAndRevisions(other)).isEqualTo("1:1 2:2");
    }

    @Test
    void crash_before_mark_repeats_event_without_second_effect() {
        long id = Samples.newId();
        append(id, 1);
        await().until(() -> log(id).equals("1"));
        await().until(() -> unsent(id) == 0);
        execute("update outbox set sent_at = null where aggregate_id = '" + id + "'");
        relay.wake();
        await().until(() -> versionsOnTopic(id).size() > 1);
        append(id, 2);
        await().until(() -> log(id).equals("1,2"));
        assertThat(ids(id).stream().distinct()).hasSize(2);
    }

    @Test
    void relay_recovers_from_lost_connection_without_losing_events() {
        long id = Samples.newId();
        append(id, 1);
        execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = '"
                + OutboxRelay.SESSION + "'");
        append(id, 2);
        await().until(() -> log(id).equals("1,2"));
    }

    @Test
    void unsendable_event_delays_only_its_aggregate() {
        long held = Samples.newId();
        long healthy = Samples.newId();
        String large = "大".repeat(1_200_000);
        Reactive.inTransaction(
                () -> outbox.append(Samples.submitted(held, 1, large)).replaceWith(true));
        append(held, 2);
        append(healthy, 1);
        await().until(() -> log(healthy).equals("1"));
        await().until(() -> attempts(held) > 0);
        assertThat(versionsOnTopic(held)).doesNotContain(1L);
        assertThat(log(held)).isEmpty();
        assertThat(unsent(held)).isEqualTo(2);
        execute("update outbox set payload = replace(payload, '" + large + "', 'short') where aggregate_id = '" + held
                + "'");
        await().until(() -> log(held).equals("1,2"));
        // In one batch with the failing event, the second may have gone out already; it is then sent again after the
        // first.
        assertThat(versionsOnTopic(held)).endsWith(1L, 2L);
    }

    @Test
    void failed_event_precedes_later_event_of_its_aggregate() {
        long id = Samples.newId();
        append(id, 1);
        append(id, 2);
        await().until(() -> unsent(id) == 0);
        String topic = "zizhi.late-" + id;
        try (FailedSend failedSend = FailedSend.to(topic)) {
            execute("update outbox set sent_at = null, topic = '" + topic + "' where aggregate_id = '" + id + "'");
            relay.wake();
            failedSend.await();
            EventBus.createTopic(topic);
        }
        await().until(() -> unsent(id) == 0);
        assertThat(EventBus.records(topic).stream().map(OutboxComponentTest::version))
                .endsWith(1L, 2L);
    }

    private void append(long id, int revision) {
        Reactive.inTransaction(
                () -> outbox.append(Samples.submitted(id, revision)).replaceWith(true));
    }

    private String log(long id) {
        var tally = Reactive.inTransaction(() -> tallies.findById(id));
        return tally == null ? "" : tally.log();
    }

    private List<Long> versionsOnTopic(long id) {
        return onTopic(id).stream().map(OutboxComponentTest::version).toList();
    }

    private static long version(ConsumerRecord<String, byte[]> message) {
        return Long.parseLong(EventBus.header(message, CloudEventHeaders.AGGREGATE_VERSION));
    }

    private List<String> ids(long id) {
        return onTopic(id).stream()
                .map(message -> EventBus.header(message, CloudEventHeaders.ID))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> onTopic(long id) {
        return EventBus.records(Topics.QUALIFICATION).stream()
                .filter(message -> Long.toString(id).equals(message.key()))
                .toList();
    }

    private long unsent(long id) {
        return number("select count(*) from outbox where sent_at is null and aggregate_id = '" + id + "'");
    }

    private long attempts(long id) {
        return number("select max(attempts) from outbox where aggregate_id = '" + id + "'");
    }

    /** Returns the versions and revisions of the aggregate's rows, in the order in which the relay sends them. */
    private String versionsAndRevisions(long id) {
        return text("select string_agg(aggregate_version || ':' || (cast(payload as json) ->> 'revision'), ' '"
                + " order by sequence) from outbox where aggregate_id = '" + id + "'");
    }

    private long number(String sql) {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
