package io.zizhi.e2e.scene;

import io.zizhi.e2e.Streams;
import io.zizhi.local.layout.Service;
import io.zizhi.local.suite.Suite;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/** Watches the databases of all services. Detects changes by a request, and waits until the suite is at rest. */
public final class Ledgers implements AutoCloseable {

    /** Tables in which a new row triggers work in another process or in a background loop. */
    private static final Set<String> PUBLISHING =
            Set.of("outbox", "sms_message", "clock_recomputation", "reconciliation");

    private static final Set<String> CONSUMERS_OF_ACCOUNTS = Set.of("qualification-service", "review-service");

    private static final Duration PAUSE = Duration.ofMillis(60);
    private static final int QUIET = 3;
    private static final int AT_MOST = 3_000;

    private final Map<String, Ledger> ledgers = new HashMap<>();
    private final Map<String, Map<String, String>> marks = new HashMap<>();

    /** The snapshot before each service's marks were read. */
    private final Map<String, String> snapshots = new HashMap<>();

    /** Whether a row that triggers such work was written since the last rest. */
    private boolean stirred;

    public Ledgers(Suite suite) throws SQLException {
        for (String service : Service.modules()) {
            ledgers.put(service, new Ledger(suite.database(service)));
        }
        rest();
    }

    /**
     * Waits until every event is sent and received, every message is delivered and no table has changed for a while.
     * Changes count from here on.
     */
    public void rest() {
        int quiet = 0;
        Set<String> restless = Set.of();
        for (int look = 0; quiet < QUIET; look++) {
            if (look == AT_MOST) {
                throw new AssertionError("The databases do not come to rest. Sent: " + isSent() + ", received: "
                        + isReceived() + ", accounts received: " + areAccountsReceived() + ", changing: " + restless);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            if (quiet > 0 && ledgers.keySet().stream().noneMatch(this::mayHaveChanged)) {
                quiet++;
                continue;
            }
            restless = new TreeSet<>();
            for (String service : ledgers.keySet()) {
                for (String table : differences(service)) {
                    restless.add(service + " " + table);
                }
            }
            quiet = isSent() && isReceived() && areAccountsReceived() && restless.isEmpty() ? quiet + 1 : 0;
        }
        stirred = false;
    }

    private boolean isSent() {
        return ledgers.values().stream().allMatch(ledger -> ledger.unsent() == 0);
    }

    private boolean isReceived() {
        return Streams.CONSUMED.entrySet().stream()
                .allMatch(consumed -> consumed.getValue().stream()
                        .allMatch(topic -> ledger(consumed.getKey()).received(topic) == appended(topic)));
    }

    /**
     * Returns whether all events about accounts have been received. They carry their own versions, and a consumer may
     * skip some.
     */
    private boolean areAccountsReceived() {
        Map<String, Long> published = ledger("qualification-service").publishedAccounts();
        return CONSUMERS_OF_ACCOUNTS.stream()
                .map(service -> ledger(service).receivedAccounts())
                .allMatch(received -> published.entrySet().stream()
                        .allMatch(account -> received.getOrDefault(account.getKey(), 0L) >= account.getValue()));
    }

    private long appended(String topic) {
        return ledgers.values().stream()
                .mapToLong(ledger -> ledger.appended(topic))
                .sum();
    }

    /** Returns the tables of the service that have changed since the last call. */
    public Set<String> changed(String service) {
        Set<String> changed = differences(service);
        stirred |= !Collections.disjoint(changed, PUBLISHING);
        return changed;
    }

    /** Compares the tables with those of the last call, if a transaction has committed since. */
    private Set<String> differences(String service) {
        String snapshot = ledger(service).snapshot();
        if (snapshot.equals(snapshots.put(service, snapshot))) {
            return Set.of();
        }
        Map<String, String> now = ledger(service).read();
        Map<String, String> before = Objects.requireNonNullElse(marks.put(service, now), Map.of());
        return Ledger.differences(before, now);
    }

    private boolean mayHaveChanged(String service) {
        return !ledger(service).snapshot().equals(snapshots.get(service));
    }

    /**
     * Waits for the effects of intended changes in any service, if they trigger other processes. Otherwise they would
     * count as effects of the next request.
     */
    public void restAfterEvents() {
        ledgers.keySet().forEach(this::changed);
        if (stirred) {
            rest();
        }
    }

    private Ledger ledger(String service) {
        return Objects.requireNonNull(ledgers.get(service));
    }

    @Override
    public void close() throws SQLException {
        for (Ledger ledger : ledgers.values()) {
            ledger.close();
        }
    }
}
