package io.zizhi.platform.blocking;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.problem.ProblemException;
import io.zizhi.platform.problem.Problems;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A bounded number of places for work that is expensive while it lasts: it occupies a thread, or holds a document in
 * memory. One account gets only some of the places. Requests wait without a thread, and waiting accounts are served in
 * turn, so that a flood from one account delays another account by one piece of work at most.
 */
public final class FairPlaces {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final String busyCode;
    private final int perAccount;
    private final int waitingPerAccount;
    private final Duration longestWait;
    private final Map<String, Integer> taken = new HashMap<>();

    /** Waiting requests by account; the account whose turn is next comes first. */
    private final Map<String, Deque<Place>> lines = new LinkedHashMap<>();

    private int free;

    /**
     * @param busyCode code of the problem when no place becomes free
     * @param total places in all
     * @param perAccount places that one account may hold at once
     * @param waitingPerAccount requests of one account that may wait at once
     * @param longestWait how long a request waits for a place
     */
    public FairPlaces(String busyCode, int total, int perAccount, int waitingPerAccount, Duration longestWait) {
        this.busyCode = busyCode;
        this.free = total;
        this.perAccount = perAccount;
        this.waitingPerAccount = waitingPerAccount;
        this.longestWait = longestWait;
    }

    /**
     * Does the work in a place of its own and leaves the place when the work completes, fails or is cancelled. Continues
     * on the caller's Vert.x context. Fails with 429 when the account itself keeps its places or its line full, and with
     * 503 when other accounts do. Never call it inside a transaction, which would stay open for as long as it waits.
     */
    public <T> Uni<T> take(String account, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Place place = new Place(account);
            join(place);
            return CallersContext.resume(Uni.createFrom().completionStage(place.granted))
                    .onFailure()
                    .transform(none -> busy(account))
                    .chain(granted -> work.get())
                    .onTermination()
                    .invoke(() -> leave(place));
        });
    }

    private void join(Place place) {
        List<Place> next;
        boolean waits;
        synchronized (this) {
            lines.computeIfAbsent(place.account, account -> new ArrayDeque<>()).addLast(place);
            next = next();
            waits = !isLineOver(place.account);
        }
        next.forEach(Place::grant);
        if (waits) {
            place.granted.orTimeout(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            place.granted.cancel(false);
        }
    }

    private void leave(Place place) {
        List<Place> next;
        synchronized (this) {
            if (place.taken) {
                place.taken = false;
                taken.computeIfPresent(place.account, (account, count) -> count == 1 ? null : count - 1);
                free++;
            } else {
                lines.computeIfPresent(
                        place.account, (account, line) -> line.remove(place) && line.isEmpty() ? null : line);
            }
            next = next();
        }
        next.forEach(Place::grant);
    }

    /** Takes the free places for the requests whose turn it is. They are told outside of the lock. */
    private List<Place> next() {
        List<Place> next = new ArrayList<>();
        for (Optional<String> account = nextAccount(); account.isPresent(); account = nextAccount()) {
            Deque<Place> line = Objects.requireNonNull(lines.remove(account.get()));
            Place place = line.removeFirst();
            if (!line.isEmpty()) {
                lines.put(place.account, line);
            }
            place.taken = true;
            taken.merge(place.account, 1, Integer::sum);
            free--;
            next.add(place);
        }
        return next;
    }

    private Optional<String> nextAccount() {
        return free == 0
                ? Optional.empty()
                : lines.keySet().stream()
                        .filter(account -> !isShareTaken(account))
                        .findFirst();
    }

    private boolean isShareTaken(String account) {
        return taken.getOrDefault(account, 0) >= perAccount;
    }

    private boolean isLineOver(String account) {
        Deque<Place> line = lines.get(account);
        return line != null && line.size() > waitingPerAccount;
    }

    private synchronized ProblemException busy(String account) {
        return isShareTaken(account) || isLineOver(account)
                ? Problems.tooManyRequests(
                        busyCode, "Too many requests of this account are in work at the moment.", RETRY_AFTER)
                : Problems.unavailable(
                        busyCode, "Too many requests of this kind are in work at the moment.", RETRY_AFTER);
    }

    /** One place, or the wish for one. */
    private static final class Place {

        private final String account;
        private final CompletableFuture<Void> granted = new CompletableFuture<>();
        private boolean taken;

        private Place(String account) {
            this.account = account;
        }

        /** Without effect on a request that no longer waits: it leaves the place at once. */
        private void grant() {
            granted.complete(null);
        }
    }
}
