package io.zizhi.platform.messaging.inbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.zizhi.contracts.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final List<String> started = new ArrayList<>();
    private final List<String> roomAfter = new ArrayList<>();
    private final Map<String, UniEmitter<? super Void>> running = new HashMap<>();

    @Test
    void task_waits_for_earlier_task_of_its_key() {
        Lanes lanes = new Lanes(4, 10);
        enter(lanes, "a", "a1");
        enter(lanes, "a", "a2");
        enter(lanes, "a", "a3");
        assertThat(started).containsExactly("a1");
        end("a1");
        assertThat(started).containsExactly("a1", "a2");
        end("a2");
        assertThat(started).containsExactly("a1", "a2", "a3");
    }

    @Test
    void events_of_accounts_share_one_lane() {
        Lanes lanes = Lanes.of(Topics.ACCOUNT, 4);
        enter(lanes, "a", "a1");
        enter(lanes, "b", "b1");
        assertThat(started).containsExactly("a1");
    }

    @Test
    void task_of_another_lane_does_not_wait() {
        Lanes lanes = new Lanes(4, 10);
        enter(lanes, "a", "a1");
        enter(lanes, "b", "b1");
        assertThat(started).containsExactly("a1", "b1");
    }

    @Test
    void failure_does_not_stop_its_lane() {
        Lanes lanes = new Lanes(1, 10);
        enter(lanes, "a", "a1");
        enter(lanes, "b", "b1");
        requireNonNull(running.get("a1")).fail(new IllegalStateException("switched to fail"));
        assertThat(started).containsExactly("a1", "b1");
    }

    @Test
    void admits_next_task_only_while_there_is_room() {
        Lanes lanes = new Lanes(2, 2);
        enter(lanes, "a", "a1");
        enter(lanes, "b", "b1");
        assertThat(roomAfter).containsExactly("a1");
        end("a1");
        assertThat(roomAfter).containsExactly("a1", "b1");
    }

    private void enter(Lanes lanes, String key, String name) {
        lanes.enter(key, () -> {
                    started.add(name);
                    return Uni.createFrom().emitter(emitter -> running.put(name, emitter));
                })
                .subscribe()
                .with(room -> roomAfter.add(name));
    }

    private void end(String name) {
        requireNonNull(running.get(name)).complete(null);
    }
}
