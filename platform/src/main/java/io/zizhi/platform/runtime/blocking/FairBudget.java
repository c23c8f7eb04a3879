package io.zizhi.platform.runtime.blocking;

import io.zizhi.platform.ticker.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Shares a bounded resource, such as memory, fairly between accounts. Each request asks for the amount that it will
 * hold while it runs. One account gets only a part of the whole. Waiting requests occupy no thread, and waiting
 * accounts are served in turn. A flood of requests from one account therefore delays another account by one request at
 * most.
 */
public final class FairBudget {

    private final long total;
    private final long perAccount;
    private final int waitingPerAccount;
    private final Duration patience;
    private final Ticker ticker;
    private final Map<String, Long> taken = new HashMap<>();

    /** Waiting requests by account; the next account in turn comes first. */
    private final Map<String, Deque<Share>> lines = new LinkedHashMap<>();

    private long free;

    /**
     * @param total total units, for example bytes
     * @param perAccount maximum units that one account may hold
     * @param waitingPerAccount maximum requests of one account that may wait
     * @param patience how long a request waits
     */
    public FairBudget(long total, long perAccount, int waitingPerAccount, Duration patience) {
        this(total, perAccount, waitingPerAccount, patience, Ticker.REAL);
    }

    /** @param ticker measures how long requests wait */
    public FairBudget(long total, long perAccount, int waitingPerAccount, Duration patience, Ticker ticker) {
        this.total = total;
        this.perAccount = Math.min(total, perAccount);
        this.waitingPerAccount = waitingPerAccount;
        this.patience = patience;
        this.ticker = ticker;
        this.free = total;
    }

    /** Asks for a share. The caller must call {@link Share#leave} in the end, whether or not the share was granted. */
    public Share ask(String account, long units) {
        Share share = new Share(account, Math.min(units, perAccount));
        boolean waits;
        List<Share> next;
        synchronized (this) {
            lines.computeIfAbsent(account, name -> new ArrayDeque<>()).addLast(share);
            next = next();
            Deque<Share> line = lines.get(account);
            waits = line == null || line.size() <= waitingPerAccount;
        }
        next.forEach(Share::grant);
        if (waits) {
            share.waitFor(patience);
        } else {
            share.leave();
            share.oneTooMany = true;
        }
        return share;
    }

    public synchronized long held() {
        return total - free;
    }

    /** Returns the number of waiting requests. */
    public synchronized int waiting() {
        return lines.values().stream().mapToInt(Deque::size).sum();
    }

    /** Returns whether another account that has not used up its own part has waited at least {@code thatLong}. */
    public synchronized boolean othersWait(String account, Duration thatLong) {
        long now = ticker.nanoTime();
        return lines.entrySet().stream()
                .filter(line -> !line.getKey().equals(account))
                .map(line -> line.getValue().getFirst())
                .anyMatch(share -> fitsItsPart(share) && now - share.asked >= thatLong.toNanos());
    }

    /** Allocates shares to the requests next in turn. The caller notifies them outside the lock. */
    private List<Share> next() {
        List<Share> served = new ArrayList<>();
        for (Share share = nextInTurn(); share != null && share.units <= free; share = nextInTurn()) {
            Deque<Share> line = Objects.requireNonNull(lines.remove(share.account));
            line.removeFirst();
            if (!line.isEmpty()) {
                lines.put(share.account, line);
            }
            free -= share.units;
            taken.merge(share.account, share.units, Long::sum);
            share.held = share.units;
            served.add(share);
        }
        return served;
    }

    /**
     * Returns the next request in turn. A smaller request does not overtake a large one, which could otherwise wait
     * forever.
     */
    private @Nullable Share nextInTurn() {
        for (Deque<Share> line : lines.values()) {
            if (fitsItsPart(line.getFirst())) {
                return line.getFirst();
            }
        }
        return null;
    }

    private boolean fitsItsPart(Share share) {
        return taken.getOrDefault(share.account, 0L) + share.units <= perAccount;
    }

    private List<Share> giveBack(Share share, long units) {
        long given = Math.min(units, share.held);
        share.held -= given;
        free += given;
        taken.computeIfPresent(share.account, (account, sum) -> sum == given ? null : sum - given);
        return next();
    }

    /** The share that one request holds or waits for. */
    public final class Share {

        private final String account;
        private final long units;
        private final long asked = ticker.nanoTime();
        private final CompletableFuture<Void> granted = new CompletableFuture<>();
        private long held;
        private boolean oneTooMany;

        private Share(String account, long units) {
            this.account = account;
            this.units = units;
        }

        /** Completes when the share is granted. Fails if the wait times out or {@link #leave} is called before. */
        public CompletableFuture<Void> granted() {
            return granted;
        }

        /** Returns whether this request is blocked by the account's own requests and not by other accounts. */
        public boolean isKeptOutByOwn() {
            synchronized (FairBudget.this) {
                return oneTooMany || !fitsItsPart(this);
            }
        }

        /** Gives back a part of the share that is no longer needed. */
        public void giveBack(long part) {
            List<Share> next;
            synchronized (FairBudget.this) {
                next = FairBudget.this.giveBack(this, part);
            }
            next.forEach(Share::grant);
        }

        /** Gives back the rest of the share, or stops waiting. Calling it again has no effect. */
        public void leave() {
            List<Share> next;
            synchronized (FairBudget.this) {
                lines.computeIfPresent(account, (name, line) -> line.remove(this) && line.isEmpty() ? null : line);
                next = FairBudget.this.giveBack(this, held);
            }
            granted.cancel(false);
            next.forEach(Share::grant);
        }

        /** Stops waiting; has no effect on a granted share. */
        public void stopWaiting() {
            if (granted.cancel(false)) {
                leave();
            }
        }

        private void waitFor(Duration patience) {
            if (!granted.isDone()) {
                Runnable end = ticker.after(patience, () -> granted.completeExceptionally(new TimeoutException()));
                var ended = granted.whenComplete((nothing, failure) -> end.run());
                assert ended != null;
            }
        }

        private void grant() {
            // A request that gave up at the same moment leaves the share itself.
            granted.complete(null);
        }
    }
}
