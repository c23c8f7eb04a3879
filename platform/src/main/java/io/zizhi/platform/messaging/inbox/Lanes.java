package io.zizhi.platform.messaging.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.zizhi.contracts.Topics;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks with the same key one after another, in order of arrival, and tasks with different keys in parallel. A
 * waiting aggregate therefore does not block all later aggregates. Keys share a bounded number of lanes. The number of
 * running and waiting tasks is bounded as well.
 */
final class Lanes {

    private static final Logger LOG = Logger.getLogger(Lanes.class);

    private static final int PLACES_PER_LANE = 8;

    private final List<Deque<Runnable>> lanes;
    private final int places;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int taken;

    /**
     * Creates the lanes of a topic. The topic of accounts has one, because its events are rare and each lane may take a
     * database connection.
     *
     * @param configured lanes of any other topic
     */
    static Lanes of(String topic, int configured) {
        int lanes = topic.equals(Topics.ACCOUNT) ? 1 : configured;
        return new Lanes(lanes, lanes * PLACES_PER_LANE);
    }

    /**
     * @param lanes how many tasks run in parallel at most
     * @param places how many tasks are admitted before the first completes
     */
    Lanes(int lanes, int places) {
        this.lanes =
                Stream.<Deque<Runnable>>generate(ArrayDeque::new).limit(lanes).toList();
        this.places = places;
    }

    /**
     * Submits a task, which runs on the caller's Vert.x context. Completes when there is room for another task.
     *
     * @param work must handle its own failures; if it fails anyway, its lane continues
     */
    Uni<Void> enter(@Nullable String key, Supplier<Uni<Void>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context caller = Vertx.currentContext();
            int lane = Math.floorMod(Objects.hashCode(key), lanes.size());
            Runnable start = () -> on(caller, () -> run(lane, work));
            if (isFirst(lane, start)) {
                start.run();
            }
            takePlace(() -> on(caller, () -> emitter.complete(null)));
        });
    }

    private void run(int lane, Supplier<Uni<Void>> work) {
        Uni.createFrom().deferred(() -> work.get()).subscribe().with(done -> leave(lane), failure -> {
            LOG.error("A task of a lane failed", failure);
            leave(lane);
        });
    }

    private synchronized boolean isFirst(int lane, Runnable start) {
        Deque<Runnable> queue = lanes.get(lane);
        queue.add(start);
        return queue.size() == 1;
    }

    private void takePlace(Runnable granted) {
        synchronized (this) {
            taken++;
            if (taken >= places) {
                waiting.add(granted);
                return;
            }
        }
        granted.run();
    }

    private void leave(int lane) {
        Runnable next;
        Runnable granted;
        synchronized (this) {
            Deque<Runnable> queue = lanes.get(lane);
            queue.remove();
            next = queue.peek();
            taken--;
            granted = taken < places ? waiting.poll() : null;
        }
        if (next != null) {
            next.run();
        }
        if (granted != null) {
            granted.run();
        }
    }

    private static void on(@Nullable Context context, Runnable action) {
        if (context == null) {
            action.run();
        } else {
            context.runOnContext(ignored -> action.run());
        }
    }
}
