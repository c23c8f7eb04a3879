package io.zizhi.platform.runtime.blocking;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.runtime.blocking.FairBudget.Share;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A bounded number of places for expensive work that occupies a thread or much memory while it runs. A {@link
 * FairBudget} assigns the places, one per task.
 */
public final class FairPlaces {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final String busyCode;
    private final FairBudget places;

    /**
     * @param busyCode problem code if no place becomes free
     * @param total total number of places
     * @param perAccount maximum places that one account may hold
     * @param waitingPerAccount maximum requests of one account that may wait
     * @param longestWait how long a request waits for a place
     */
    public FairPlaces(String busyCode, int total, int perAccount, int waitingPerAccount, Duration longestWait) {
        this.busyCode = busyCode;
        this.places = new FairBudget(total, perAccount, waitingPerAccount, longestWait);
    }

    /**
     * Runs the work in one place and frees the place when the work completes, fails or is cancelled. Continues on the
     * caller's Vert.x context. Fails with 429 if the account has filled its own places or queue, and with 503 if other
     * accounts occupy the places. Never call it inside a transaction, which would stay open during the wait.
     */
    public <T> Uni<T> take(String account, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Share place = places.ask(account, 1);
            return CallersContext.resume(Uni.createFrom().completionStage(place.granted()))
                    .onFailure()
                    .transform(none -> busy(place))
                    .chain(granted -> work.get())
                    .onTermination()
                    .invoke(place::leave);
        });
    }

    private ProblemException busy(Share place) {
        return place.isKeptOutByOwn()
                ? Problems.tooManyRequests(
                        busyCode, "Too many requests of this account are in progress. Retry later.", RETRY_AFTER)
                : Problems.unavailable(
                        busyCode, "Too many requests of this kind are in progress. Retry later.", RETRY_AFTER);
    }
}
