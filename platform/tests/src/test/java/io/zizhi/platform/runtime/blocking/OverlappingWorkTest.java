package io.zizhi.platform.runtime.blocking;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverlappingWorkTest {

    private static final int AT_ONCE = 3;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Vertx vertx = Vertx.vertx();
    private final List<CompletableFuture<Boolean>> rounds = new CopyOnWriteArrayList<>();
    private final AtomicInteger claims = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void begins_no_more_rounds_than_allowed_at_once() {
        OverlappingWork work = work(PAUSE, LONG, this::claimOne);
        work.start();
        await().until(() -> rounds.size() == AT_ONCE);
        assertThat(claims).hasValue(AT_ONCE);
        rounds.getFirst().complete(true);
        await().until(() -> rounds.size() == AT_ONCE + 1);
        assertThat(claims).hasValue(AT_ONCE + 1);
        work.stop(Duration.ZERO);
    }

    @Test
    void continues_at_once_when_a_place_becomes_free() {
        OverlappingWork work = work(Duration.ofHours(1), LONG, this::claimOne);
        work.start();
        await().until(() -> rounds.size() == AT_ONCE);
        rounds.get(1).complete(true);
        await().until(() -> rounds.size() == AT_ONCE + 1);
        work.stop(Duration.ZERO);
    }

    @Test
    void a_round_that_fails_after_its_claim_keeps_its_place_for_a_while() {
        OverlappingWork work = work(Duration.ofHours(1), LONG, this::claimOne);
        work.start();
        await().until(() -> rounds.size() == AT_ONCE);
        rounds.getFirst().completeExceptionally(new IllegalStateException("after the claim"));
        rounds.get(1).complete(true);
        await().until(() -> rounds.size() == AT_ONCE + 1);
        rounds.get(2).complete(true);
        await().until(() -> rounds.size() == AT_ONCE + 2);
        assertThat(claims).as("two places").hasValue(AT_ONCE + 2);
        work.stop(Duration.ZERO);
    }

    @Test
    void continues_after_rounds_that_fail_after_their_claims() {
        OverlappingWork work = work(PAUSE, LONG, found -> {
            found.run();
            claims.incrementAndGet();
            return Uni.createFrom().failure(new IllegalStateException("after the claim"));
        });
        work.start();
        await().until(() -> claims.get() > AT_ONCE);
        work.stop(Duration.ZERO);
    }

    @Test
    void a_claim_waits_for_the_one_before() {
        CompletableFuture<Boolean> claim = new CompletableFuture<>();
        OverlappingWork work = work(PAUSE, LONG, found -> {
            claims.incrementAndGet();
            return Uni.createFrom().completionStage(claim).invoke(found).chain(this::newRound);
        });
        work.start();
        await().until(() -> claims.get() == 1);
        claim.complete(true);
        await().until(() -> rounds.size() == AT_ONCE);
        work.stop(Duration.ZERO);
    }

    @Test
    void pauses_after_a_failed_claim_and_without_work() {
        OverlappingWork work = work(PAUSE, LONG, found -> switch (claims.incrementAndGet()) {
            case 1 -> Uni.createFrom().failure(new IllegalStateException("scripted"));
            case 2 -> Uni.createFrom().item(false);
            default -> claimOne(found);
        });
        work.start();
        await().until(() -> rounds.size() == AT_ONCE);
        work.stop(Duration.ZERO);
    }

    @Test
    void stop_waits_for_the_rounds_in_progress() {
        OverlappingWork work = work(PAUSE, LONG, this::claimOne);
        work.start();
        await().until(() -> rounds.size() == AT_ONCE);
        work.stop(PAUSE);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> work.stop(LONG));
        rounds.getFirst().complete(true);
        rounds.get(1).complete(true);
        assertThat(stopped).isNotDone();
        rounds.get(2).complete(true);
        stopped.join();
        assertThat(rounds).as("no round begins after the stop").hasSize(AT_ONCE);
    }

    @Test
    void a_round_without_end_loses_its_place() {
        OverlappingWork work = work(PAUSE, PAUSE, this::claimOne);
        work.start();
        await().until(() -> rounds.size() > 2 * AT_ONCE);
        work.stop(LONG);
    }

    private OverlappingWork work(Duration pause, Duration longest, Function<Runnable, Uni<Boolean>> round) {
        return new OverlappingWork(vertx, "Test", pause, AT_ONCE, longest, round);
    }

    private Uni<Boolean> claimOne(Runnable found) {
        claims.incrementAndGet();
        found.run();
        return newRound();
    }

    private Uni<Boolean> newRound() {
        CompletableFuture<Boolean> round = new CompletableFuture<>();
        rounds.add(round);
        return Uni.createFrom().completionStage(round);
    }
}
