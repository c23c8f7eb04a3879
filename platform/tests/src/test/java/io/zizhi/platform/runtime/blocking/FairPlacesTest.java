package io.zizhi.platform.runtime.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.zizhi.platform.http.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FairPlacesTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final FairPlaces places = new FairPlaces("BUSY", 3, 2, 100, LONG);
    private final List<Work> started = new ArrayList<>();

    @Test
    void limits_account_to_its_places() {
        start("a", "a", "a", "b");

        assertStarted("a", "a", "b");
        started.get(2).end.complete(null);
        assertStarted("a", "a", "b");
        started.getFirst().end.complete(null);
        assertStarted("a", "a", "b", "a");
    }

    @Test
    void waiting_accounts_are_served_in_turn() {
        start("x", "y", "z", "a", "a", "a", "a", "b", "c");

        assertStarted("x", "y", "z");
        started.getFirst().end.complete(null);
        started.get(1).end.complete(null);
        started.get(2).end.complete(null);
        assertStarted("x", "y", "z", "a", "b", "c");
        started.get(3).end.complete(null);
        assertStarted("x", "y", "z", "a", "b", "c", "a");
    }

    @Test
    void failure_and_cancellation_free_the_place() {
        UniAssertSubscriber<Void> cancelled = start("a");
        start("b", "c", "d", "e");
        assertStarted("a", "b", "c");

        cancelled.cancel();
        assertStarted("a", "b", "c", "d");
        started.get(1).end.completeExceptionally(new IllegalStateException("fails"));
        assertStarted("a", "b", "c", "d", "e");
    }

    @Test
    void work_that_fails_to_start_frees_the_place() {
        places.<Void>take("a", () -> {
                    throw new IllegalStateException("cannot start");
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertFailedWith(IllegalStateException.class, "cannot start");

        start("a", "a", "b");
        assertStarted("a", "a", "b");
    }

    @Test
    void skips_request_cancelled_while_waiting() {
        start("a", "a", "b");
        UniAssertSubscriber<Void> gone = start("c");
        start("d");

        gone.cancel();
        started.getFirst().end.complete(null);
        assertStarted("a", "a", "b", "d");
    }

    @Test
    void full_queue_rejects_only_its_own_account() {
        FairPlaces shortLine = new FairPlaces("BUSY", 1, 1, 1, LONG);
        start(shortLine, "a");
        start(shortLine, "a");

        assertBusy(start(shortLine, "a"), 429);
        start(shortLine, "b");
        started.getFirst().end.complete(null);
        started.get(1).end.complete(null);
        assertStarted("a", "a", "b");
    }

    @Test
    void wait_ends_with_429_for_cause_and_503_for_others() {
        FairPlaces impatient = new FairPlaces("BUSY", 1, 1, 9, SHORT);
        start(impatient, "a");

        assertBusy(start(impatient, "a"), 429);
        assertBusy(start(impatient, "b"), 503);
        started.getFirst().end.complete(null);
        start(impatient, "b");
        assertStarted("a", "b");
    }

    private static void assertBusy(UniAssertSubscriber<Void> request, int status) {
        assertThat(request.awaitFailure().getFailure()).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.code()).isEqualTo("BUSY");
            assertThat(problem.retryAfter()).isNotNull();
        });
    }

    private void assertStarted(String... accounts) {
        assertThat(started).extracting(Work::account).containsExactly(accounts);
    }

    private void start(String first, String second, String... accounts) {
        start(places, first);
        start(places, second);
        for (String account : accounts) {
            start(places, account);
        }
    }

    private UniAssertSubscriber<Void> start(String account) {
        return start(places, account);
    }

    private UniAssertSubscriber<Void> start(FairPlaces where, String account) {
        return where.take(account, () -> {
                    Work work = new Work(account, new CompletableFuture<>());
                    started.add(work);
                    return Uni.createFrom().completionStage(work.end);
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    /** Work that occupies a place until {@code end} completes. */
    private record Work(String account, CompletableFuture<Void> end) {}
}
