package io.zizhi.document.storage;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A bounded number of places for work that holds a whole document in memory. Who finds none free waits in line for as
 * long as the patience lasts. One holder has only some of the places, so that nobody alone can keep all others out.
 */
public final class Places {

    private final int perHolder;
    private final Duration patience;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Deque<Place> line = new ArrayDeque<>();
    private int free;

    /**
     * @param total places in all
     * @param perHolder places that one holder may have at once
     * @param patience how long a place may be waited for
     */
    public Places(int total, int perHolder, Duration patience) {
        this.free = total;
        this.perHolder = perHolder;
        this.patience = patience;
    }

    /** Asks for a place. Whatever comes of it, the place must be left in the end. */
    public Place ask(String holder) {
        Place place = new Place(holder);
        synchronized (this) {
            line.addLast(place);
        }
        serve();
        place.granted.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        return place;
    }

    /** Gives the free places to those who have waited longest and do not hold their share already. */
    private void serve() {
        List<Place> served = new ArrayList<>();
        synchronized (this) {
            Iterator<Place> waiting = line.iterator();
            while (free > 0 && waiting.hasNext()) {
                Place place = waiting.next();
                if (taken.getOrDefault(place.holder, 0) < perHolder) {
                    waiting.remove();
                    taken.merge(place.holder, 1, Integer::sum);
                    free--;
                    place.taken = true;
                    served.add(place);
                }
            }
        }
        // Outside of the lock, because what waits for a place may go on at once.
        served.forEach(place -> place.granted.complete(null));
    }

    private synchronized void remove(Place place) {
        line.remove(place);
        if (place.taken) {
            place.taken = false;
            taken.computeIfPresent(place.holder, (holder, count) -> count == 1 ? null : count - 1);
            free++;
        }
    }

    /** One place, or the wish for one. */
    public final class Place {

        private final String holder;
        private final CompletableFuture<Void> granted = new CompletableFuture<>();
        private boolean taken;

        private Place(String holder) {
            this.holder = holder;
        }

        /** Completes when the place is there; fails when the patience ends, or when the place is left before. */
        public CompletableFuture<Void> granted() {
            return granted;
        }

        /** Makes room for the next one, or leaves the line. Leaving twice is leaving once. */
        public void leave() {
            remove(this);
            granted.cancel(false);
            serve();
        }
    }
}
