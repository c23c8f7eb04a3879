package io.zizhi.notification.sender.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.notification.Rows;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.notification.sender.channel.GivenSmsConfig;
import io.zizhi.notification.sender.channel.SenderCircuits;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the limits of senders that only this test knows. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class SenderQuotaComponentTest {

    @Inject
    ChosenSenders chosen;

    @Inject
    SenderCircuits circuits;

    private final String sender = "s-" + UUID.randomUUID();

    @BeforeEach
    void add() {
        SenderRepository senders = senders(Map.of());
        assertThat(Reactive.inTransaction(() -> senders.add(sender))).isTrue();
        assertThat(Reactive.inTransaction(() -> senders.add(sender))).isFalse();
    }

    @Test
    void replicas_together_reserve_no_more_than_the_cap() {
        SenderRepository senders = senders(Map.of("messages-per-day." + sender, "5"));
        long reserved = IntStream.range(0, 24)
                .parallel()
                .filter(replica -> reserve(senders, 1).isPresent())
                .count();
        assertThat(reserved).isEqualTo(5);
        assertThat(use(senders).messages()).isEqualTo(5);
    }

    @Test
    void the_price_of_all_parts_counts_against_the_cap_of_costs() {
        SenderRepository senders = senders(Map.of("prices." + sender, "0.05", "spend-per-day." + sender, "0.25"));
        assertThat(reserve(senders, 2)).isPresent();
        assertThat(reserve(senders, 2)).isPresent();
        assertThat(reserve(senders, 2)).isEmpty();
        assertThat(reserve(senders, 1)).isPresent();
        assertThat(use(senders).spend()).isEqualByComparingTo("0.25");
        assertThat(reserve(senders, 1)).isEmpty();
    }

    @Test
    void affords_a_short_message_when_a_long_one_is_too_expensive() {
        SenderRepository senders = senders(Map.of("prices." + sender, "0.05", "spend-per-day." + sender, "0.12"));
        assertThat(affords(senders, 2)).isTrue();
        assertThat(affords(senders, 3)).isFalse();
        assertThat(reserve(senders, 1)).isPresent();
        assertThat(affords(senders, 2)).isFalse();
        assertThat(affords(senders, 1)).isTrue();
        Reactive.inTransaction(() -> senders.stop(sender, true));
        assertThat(affords(senders, 1)).as("stopped").isFalse();
    }

    @Test
    void only_a_long_message_is_too_expensive() {
        SenderRepository senders = senders(Map.of(
                "prices." + ChosenSenders.LOCAL_INBOX, "0.1", "spend-per-day." + ChosenSenders.LOCAL_INBOX, "0.5"));
        Reactive.inTransaction(() -> senders.add(ChosenSenders.LOCAL_INBOX));
        ReserveSender reserve = new ReserveSender(chosen, circuits, senders);
        assertThat(List.of(1, 5, 6))
                .map(parts -> Reactive.inTransaction(() -> reserve.isTooExpensive(parts)))
                .containsExactly(false, false, true);
        SenderRepository exhausted = senders(Map.of(
                "prices." + ChosenSenders.LOCAL_INBOX, "0.1", "spend-per-day." + ChosenSenders.LOCAL_INBOX, "0.01"));
        ReserveSender none = new ReserveSender(chosen, circuits, exhausted);
        assertThat(Reactive.inTransaction(() -> none.isTooExpensive(6)))
                .as("short messages would not pass, either")
                .isFalse();
    }

    private boolean affords(SenderRepository senders, int parts) {
        return Reactive.inTransaction(() -> senders.affords(sender, parts));
    }

    @Test
    void a_message_that_was_not_taken_frees_its_place_on_the_same_day() {
        SenderRepository senders = senders(Map.of("messages-per-day." + sender, "1"));
        assertThat(reserve(senders, 1)).isPresent();
        takeBack(senders, Instant.now().minus(Duration.ofDays(1)));
        assertThat(reserve(senders, 1)).isEmpty();
        takeBack(senders, Instant.now());
        assertThat(reserve(senders, 1)).isPresent();
    }

    @Test
    void counts_start_again_on_the_next_day() {
        SenderRepository senders = senders(Map.of("messages-per-day." + sender, "1"));
        assertThat(reserve(senders, 1)).isPresent();
        Rows.change("update sms_sender set day = day - 1 where sender = '" + sender + "'");
        assertThat(use(senders).messages()).isZero();
        assertThat(reserve(senders, 1)).isPresent();
        assertThat(use(senders).messages()).isOne();
    }

    @Test
    void the_rate_spaces_hand_overs_and_reserves_half_a_second_ahead() {
        SenderRepository senders = senders(Map.of("rates." + sender, "0.01"));
        assertThat(reserve(senders, 1)).contains(Duration.ZERO);
        assertThat(Rows.count(
                        "select count(*) from sms_sender where next_at between clock_timestamp() + interval '40 s'"
                                + " and clock_timestamp() + interval '100 s' and sender = '" + sender + "'"))
                .isOne();
        assertThat(reserve(senders, 1)).isEmpty();
        Rows.change(
                "update sms_sender set next_at = clock_timestamp() + interval '0.4 s' where sender = '" + sender + "'");
        assertThat(reserve(senders, 1))
                .hasValueSatisfying(delay -> assertThat(delay).isLessThanOrEqualTo(Duration.ofMillis(400)));
    }

    @Test
    void a_stopped_sender_reserves_nothing() {
        SenderRepository senders = senders(Map.of());
        stop(senders, true);
        stop(senders, true);
        assertThat(reserve(senders, 1)).isEmpty();
        assertThat(use(senders).stoppedAt()).isNotNull();
        stop(senders, false);
        assertThat(reserve(senders, 1)).isPresent();
    }

    private static SenderRepository senders(Map<String, String> settings) {
        return new SenderRepository(new SenderLimits(GivenSmsConfig.of(settings)));
    }

    private Optional<Duration> reserve(SenderRepository senders, int parts) {
        return Reactive.inTransaction(() -> senders.reserve(sender, parts));
    }

    private void takeBack(SenderRepository senders, Instant at) {
        Reactive.inTransaction(() -> senders.takeBack(sender, 1, at).replaceWith(true));
    }

    private void stop(SenderRepository senders, boolean stopped) {
        Reactive.inTransaction(() -> senders.stop(sender, stopped).replaceWith(true));
    }

    private SenderUse use(SenderRepository senders) {
        return Reactive.inTransaction(() -> senders.list()).stream()
                .filter(use -> use.sender().equals(sender))
                .findFirst()
                .orElseThrow();
    }
}
