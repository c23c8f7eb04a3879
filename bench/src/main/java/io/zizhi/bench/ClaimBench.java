package io.zizhi.bench;

import io.zizhi.bench.site.Figures;
import io.zizhi.bench.site.OpenReviews;
import io.zizhi.bench.site.Report;
import io.zizhi.bench.site.Site;
import io.zizhi.bench.site.Sql;
import io.zizhi.e2e.Api;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long a reviewer waits for a claim, with and without a hundred thousand timers due at once. Claims are
 * made over HTTP at an even rate, independent of earlier responses, and measured from their planned instant. Each
 * claims a different review with a due timer, so claims and timers compete for the same rows.
 */
final class ClaimBench {

    private static final String SERVICE = "review-service";
    private static final int ARMED = 1_000_000;
    private static final int BURST = Integer.getInteger("bench.burst", 100_000);
    private static final int WARM_UP_BURST = 25_000;
    private static final int PER_SECOND = 40;
    private static final int CLIENTS = 16;
    private static final int QUIET_SECONDS = 25;

    /**
     * Step through the reviews. It has no common factor with their number, so claims cover all reviews and never hit
     * one twice.
     */
    private static final long STEP = 7_919;

    private final Site site;
    private final Report report;
    private final OpenReviews reviews = new OpenReviews(10_000_000_000L);

    ClaimBench(Site site, Report report) {
        this.site = site;
        this.report = report;
    }

    void run() throws SQLException, InterruptedException {
        site.recycleLog();
        var service = site.start(SERVICE, Map.of());
        try (Connection database = site.connect(SERVICE)) {
            Claims claims = new Claims(
                    new Api(site.token("reviewer-a")), "http://127.0.0.1:" + service.port() + "/v1/reviews/");
            Sql.update(database, TimerBench.ARM_FOR_LATER, ARMED);
            Sql.update(database, "vacuum analyze timer");
            during(database, claims, WARM_UP_BURST);
            Figures quiet = quiet(database, claims);
            Figures burst = during(database, claims, BURST);
            report.note(String.format(
                    Locale.ROOT, "claims at %d a second, %,d others armed; all answered with 200", PER_SECOND, ARMED));
            report.distributions(List.of(quiet, burst));
        } finally {
            service.stop();
        }
    }

    private Figures quiet(Connection database, Claims claims) throws SQLException, InterruptedException {
        long first = reviews.open(database, BURST);
        claims.start(first, BURST);
        TimeUnit.SECONDS.sleep(QUIET_SECONDS);
        return Figures.of("claim while nothing is due", "ms", claims.stop());
    }

    /** Measures the claims from the commit that arms the timers until no timer is due any more. */
    private Figures during(Connection database, Claims claims, int due) throws SQLException, InterruptedException {
        long first = reviews.open(database, due);
        Sql.update(database, TimerBench.ARM, "review", first, 0.0, due);
        long start = System.nanoTime();
        claims.start(first, due);
        Sql.awaitZero(database, 300, TimerBench.DUE, first, first + due - 1);
        double rate = due * 1e9 / (System.nanoTime() - start);
        List<Double> millis = claims.stop();
        Sql.awaitZero(database, 120, "select count(*) from (select from outbox where sent_at is null limit 1) one");
        return Figures.of(
                String.format(Locale.ROOT, "claim while %,d timers are due, fired at %.0f a second", due, rate),
                "ms",
                millis);
    }

    /** Reviewers who claim at their rate until stopped. */
    private static final class Claims {

        private final Api reviewer;
        private final String root;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicBoolean going = new AtomicBoolean();
        private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
        private final List<Future<?>> running = new ArrayList<>();
        private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS, work -> {
            Thread thread = new Thread(work, "reviewer");
            thread.setDaemon(true);
            return thread;
        });

        Claims(Api reviewer, String root) {
            this.reviewer = reviewer;
            this.root = root;
        }

        void start(long first, int count) {
            next.set(0);
            millis.clear();
            running.clear();
            going.set(true);
            long begin = System.nanoTime();
            for (int client = 0; client < CLIENTS; client++) {
                running.add(clients.submit(() -> claim(begin, first, count)));
            }
        }

        /** Returns the latencies of all claims, in milliseconds; fails if one was rejected. */
        List<Double> stop() throws InterruptedException {
            going.set(false);
            for (Future<?> each : running) {
                try {
                    each.get();
                } catch (ExecutionException refused) {
                    throw new IllegalStateException(refused);
                }
            }
            return List.copyOf(millis);
        }

        private void claim(long begin, long first, int count) {
            while (going.get()) {
                int index = next.getAndIncrement();
                long due = begin + index * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                long workOrder = first + index * STEP % count;
                reviewer.post(URI.create(root + workOrder + "/claim"), null).expect(200);
                millis.add((System.nanoTime() - due) / 1e6);
            }
        }
    }
}
