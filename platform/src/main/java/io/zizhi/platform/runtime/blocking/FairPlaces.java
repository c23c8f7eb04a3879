package io.zizhi.platform.runtime.blocking;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.runtime.blocking.FairBudget.Share;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A bounded number of places for work that is expensive while it lasts, because it occupies a thread or much memory. Places
 * are given by a {@link FairBudget}, one for each piece of work.
 */
public final class FairPlaces {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final String busyCode;
    private final FairBudget places;

    /**
     * @param busyCode code of the problem when no place becomes free
     * @param total places in all
     * @param perAccount places that one account may hold at once
     * @param waitingPerAccount requests of one account that may wait at once
     * @param longestWait how long a request waits for a place
     */
    public FairPlaces(String busyCode, int total, int perAccount, int waitingPerAccount, Duration longestWait) {
        this.busyCode = busyCode;
        this.places = new FairBudget(total, perAccount, waitingPerAccount, longestWait);
    }

    /**
     * Does the work in a place of its own and leaves the place when the work completes, fails or is cancelled. Continues
     * on the caller's Vert.x context. Fails with 429 when the account itself keeps its places or its line full, and with
     * 503 when other accounts do. Never call it inside a transaction, which would stay open for as long as it waits.
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
                        busyCode, "Too many requests of this account are in work at the moment.", RETRY_AFTER)
                : Problems.unavailable(
                        busyCode, "Too many requests of this kind are in work at the moment.", RETRY_AFTER);
    }
}
