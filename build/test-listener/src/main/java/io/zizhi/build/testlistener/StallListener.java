package io.zizhi.build.testlistener;

import io.zizhi.build.testlistener.Stalls.Stall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes the stalls of the machine during each failed test to {@code stalls.log} in the build folder, for the list of
 * failed tests. The test still counts as failed.
 */
public final class StallListener implements TestExecutionListener {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.S").withZone(ZoneOffset.UTC);

    private final Stalls stalls;
    private final Clock clock;
    private final Path log;
    private final Map<String, Instant> started = new ConcurrentHashMap<>();
    private @Nullable Thread watch;

    /** Called by JUnit. */
    public StallListener() {
        this(
                new Stalls(),
                Clock.systemUTC(),
                Path.of(System.getProperty("zizhi.build-folder", "target"), "stalls.log"));
    }

    StallListener(Stalls stalls, Clock clock, Path log) {
        this.stalls = stalls;
        this.clock = clock;
        this.log = log;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        watch = Thread.ofPlatform().daemon().name("stalls").start(this::watch);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (watch != null) {
            watch.interrupt();
        }
    }

    private void watch() {
        try {
            while (true) {
                long before = System.nanoTime();
                Thread.sleep(PAUSE);
                stalls.paused(clock.instant(), PAUSE, Duration.ofNanos(System.nanoTime() - before));
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        started.put(test.getUniqueId(), clock.instant());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Instant start = started.remove(test.getUniqueId());
        if (start == null || result.getStatus() != TestExecutionResult.Status.FAILED) {
            return;
        }
        awaitWatch();
        test.getSource()
                .flatMap(StallListener::name)
                .ifPresent(name -> write(name, stalls.between(start, clock.instant())));
    }

    /** Returns the name in the list of failed tests. A class fails itself if one of its {@code @BeforeAll} does. */
    private static Optional<String> name(TestSource source) {
        return switch (source) {
            case MethodSource method -> Optional.of(method.getClassName() + "." + method.getMethodName());
            case ClassSource type -> Optional.of(type.getClassName());
            default -> Optional.empty();
        };
    }

    /** After a stall, the test may fail before the watching thread has noticed it. */
    private static void awaitWatch() {
        LockSupport.parkNanos(PAUSE.multipliedBy(2).toNanos());
    }

    private void write(String test, List<Stall> during) {
        if (during.isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        for (Stall stall : during) {
            lines.append("%s The machine stalled for %.1f s at %s UTC, during this test.%n"
                    .formatted(test, stall.length().toMillis() / 1_000.0, TIME.format(stall.begin())));
        }
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.writeString(log, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
