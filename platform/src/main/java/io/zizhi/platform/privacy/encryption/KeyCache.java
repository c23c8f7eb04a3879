package io.zizhi.platform.privacy.encryption;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The keys of recently used accounts, for a short time. Removes the least recently used account when full. */
final class KeyCache {

    private record Kept(AccountKey key, long until) {}

    private final long lifeNanos;
    private final LongSupplier nanoTime;
    private final Map<String, Kept> entries;

    /** @param nanoTime a monotonic clock, in nanoseconds */
    KeyCache(int size, Duration life, LongSupplier nanoTime) {
        this.lifeNanos = life.toNanos();
        this.nanoTime = nanoTime;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
                return size() > size;
            }
        };
    }

    synchronized Optional<AccountKey> find(String accountId) {
        Kept entry = entries.get(accountId);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.until() - nanoTime.getAsLong() <= 0) {
            entries.remove(accountId);
            return Optional.empty();
        }
        return Optional.of(entry.key());
    }

    /** @param readAt when the key was read from the database, by the same clock */
    synchronized void put(String accountId, AccountKey key, long readAt) {
        entries.put(accountId, new Kept(key, readAt + lifeNanos));
    }

    synchronized void remove(String accountId) {
        entries.remove(accountId);
    }
}
