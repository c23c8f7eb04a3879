package io.zizhi.bench.peer;

import io.zizhi.bench.site.Figures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Cases that several clients take from opened to decided. Each client starts its next case as soon as one is done. */
public final class Cases {

    public static final int AT_A_TIME = Integer.getInteger("bench.cases", 16);
    public static final int SECONDS = 20;
    public static final int WARM_UP_SECONDS = 20;

    /** One case. Each step returns after its commit. */
    public interface Case {
        void open();

        void claim();

        void decide();
    }

    private final String engine;
    private final AtomicLong next = new AtomicLong();
    private final List<Double> rates = new ArrayList<>();
    private final List<long[]> steps = Collections.synchronizedList(new ArrayList<>());

    /** @param engine name of the engine in the report */
    public Cases(String engine) {
        this.engine = engine;
    }

    /** @param cases creates a case from a unique number */
    public void measure(int rounds, LongFunction<Case> cases) throws InterruptedException {
        try (ExecutorService clients = Executors.newFixedThreadPool(AT_A_TIME)) {
            round(clients, cases, WARM_UP_SECONDS);
            steps.clear();
            for (int round = 0; round < rounds; round++) {
                rates.add(round(clients, cases, SECONDS));
            }
        }
    }

    public Figures rate() {
        return Figures.of(engine, "cases/s", rates);
    }

    /** Returns the duration of each step. */
    public List<Figures> steps() {
        return List.of(step("open", 0), step("claim", 1), step("decide", 2));
    }

    private Figures step(String name, int index) {
        return Figures.ofNanos(
                engine + ": " + name,
                steps.stream().mapToLong(each -> each[index]).toArray());
    }

    /** Returns the cases per second, up to the last one that started in time. */
    private double round(ExecutorService clients, LongFunction<Case> cases, int seconds) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        List<Future<Integer>> running = new ArrayList<>();
        for (int client = 0; client < AT_A_TIME; client++) {
            running.add(clients.submit(() -> {
                int done = 0;
                while (System.nanoTime() < end) {
                    steps.add(timed(cases.apply(next.getAndIncrement())));
                    done++;
                }
                return done;
            }));
        }
        int done = 0;
        for (Future<Integer> each : running) {
            try {
                done += each.get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException(failure);
            }
        }
        return done * 1e9 / (System.nanoTime() - start);
    }

    private static long[] timed(Case one) {
        long start = System.nanoTime();
        one.open();
        long opened = System.nanoTime();
        one.claim();
        long claimed = System.nanoTime();
        one.decide();
        return new long[] {opened - start, claimed - opened, System.nanoTime() - claimed};
    }
}
