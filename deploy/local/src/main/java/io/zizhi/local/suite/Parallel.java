package io.zizhi.local.suite;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs named steps in parallel and reports each one when it is done. */
public final class Parallel {

    private Parallel() {}

    /**
     * Returns the results by name, in the order of the steps. If steps fail, throws the first failure after all have
     * ended.
     */
    public static <T> Map<String, T> run(Map<String, Callable<T>> steps, Progress progress) {
        Map<String, Future<T>> futures = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            steps.forEach((name, step) -> futures.put(name, threads.submit(timed(name, step, progress))));
        }
        Map<String, T> results = new LinkedHashMap<>();
        List<Throwable> failures = new ArrayList<>();
        futures.forEach((name, future) -> {
            try {
                results.put(name, future.get());
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failures.add(e);
            }
        });
        if (!failures.isEmpty()) {
            throw together(failures);
        }
        return results;
    }

    /** Returns the first failure, with the other failures as suppressed exceptions. */
    static LocalFailure together(List<Throwable> failures) {
        Throwable first = failures.getFirst();
        LocalFailure failure = first instanceof LocalFailure known
                ? known
                : new LocalFailure(first.getMessage() == null ? first.toString() : first.getMessage(), first);
        failures.stream().skip(1).forEach(failure::addSuppressed);
        return failure;
    }

    private static <T> Callable<T> timed(String name, Callable<T> step, Progress progress) {
        return () -> {
            long start = System.nanoTime();
            T result = step.call();
            progress.ready(name, Duration.ofNanos(System.nanoTime() - start));
            return result;
        };
    }
}
