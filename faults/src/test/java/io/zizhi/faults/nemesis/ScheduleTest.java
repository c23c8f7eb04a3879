package io.zizhi.faults.nemesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.faults.suite.Fault;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void each_kind_strikes_once_before_any_repeats() {
        assertThat(drawn(7, Faults.all().size()))
                .containsExactlyInAnyOrderElementsOf(
                        Faults.all().stream().map(Fault::name).toList());
    }

    @Test
    void sequence_depends_on_seed() {
        assertThat(drawn(7, 60)).isEqualTo(drawn(7, 60)).isNotEqualTo(drawn(8, 60));
    }

    @Test
    void rejects_empty_schedule() {
        assertThatThrownBy(() -> new Schedule(List.of(), new Random(1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> drawn(long seed, int count) {
        Schedule schedule = new Schedule(Faults.all(), new Random(seed));
        return Stream.generate(schedule::next).limit(count).map(Fault::name).toList();
    }
}
