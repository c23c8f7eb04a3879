package io.zizhi.platform.messaging.restore;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.hibernate.reactive.panache.Panache;
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
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ProducerEpochComponentTest {

    @Inject
    ProducerEpoch epoch;

    @Inject
    Outbox outbox;

    @Inject
    TallyRepository tallies;

    @Test
    void events_carry_epoch_raised_by_restore() {
        long restored = Instant.now().getEpochSecond();
        assertThat(restoredAt(restored)).isEqualTo(restored);
        assertThat(Reactive.run(epoch::refresh)).isEqualTo(restored);
        long id = Samples.newId();
        Reactive.inTransaction(() -> outbox.append(Samples.submitted(id, 1)).replaceWith(true));

        await().until(() -> Reactive.inTransaction(() -> tallies.findById(id)) != null);
        assertThat(EventBus.records(Topics.QUALIFICATION))
                .filteredOn(message -> Long.toString(id).equals(message.key()))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(EventBus.header(message, CloudEventHeaders.PRODUCER_EPOCH))
                        .isEqualTo(Long.toString(restored)));
    }

    @Test
    void repeated_or_late_restore_call_changes_nothing() {
        long restored = Instant.now().getEpochSecond();
        assertThat(restoredAt(restored)).isEqualTo(restored);
        assertThat(restoredAt(restored)).isEqualTo(restored);
        assertThat(restoredAt(restored - 3600)).isEqualTo(restored);
    }

    @Test
    void rejects_restore_in_the_future() {
        assertThatThrownBy(() -> restoredAt(Instant.now().getEpochSecond() + 3600))
                .hasMessageContaining("must not be in the future");
    }

    @Test
    void restore_skips_a_million_numbers_once() {
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("update producer_epoch set epoch = 1")
                        .executeUpdate()));
        long before = lastSequence();
        long restored = Instant.now().getEpochSecond();
        restoredAt(restored);
        long after = lastSequence();
        assertThat(after).isGreaterThanOrEqualTo(before + 1_000_000).isLessThan(before + 2_000_000);
        restoredAt(restored);
        assertThat(lastSequence()).isLessThan(after + 1_000_000);
    }

    private static long lastSequence() {
        return number("select last_value from outbox_sequence_seq");
    }

    private static long restoredAt(long seconds) {
        return number("select producer_restored(to_timestamp(" + seconds + "))");
    }

    private static long number(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Long.class).getSingleResult()));
    }
}
