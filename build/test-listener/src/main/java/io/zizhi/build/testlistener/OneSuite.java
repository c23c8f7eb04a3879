package io.zizhi.build.testlistener;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Lets one test JVM of this tree run a suite at a time. Two suites of eight processes each on two cores stall each
 * other, and then tests meet deadlines of the services that they never wanted to test. The system property
 * {@code zizhi.tests.suite-lock} names the file to lock; without it, nothing waits.
 */
public final class OneSuite implements TestExecutionListener {

    /** At night, the suites of two other modules take 17 minutes on two idle cores. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** Locked until this JVM ends. */
    private static @Nullable FileLock turn;

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        String file = System.getProperty("zizhi.tests.suite-lock");
        if (file == null || turn != null || !plan.containsTests()) {
            return;
        }
        try {
            turn = await(Path.of(file), LONGEST_WAIT);
        } catch (TimeoutException | ExecutionException | InterruptedException failure) {
            // JUnit only logs what a listener throws, and then runs the tests.
            failure.printStackTrace();
            System.exit(1);
        }
    }

    /**
     * Locks the file and writes the number of this process to a file beside it.
     *
     * @throws TimeoutException if another process has kept the lock for too long
     */
    static FileLock await(Path file, Duration longest)
            throws TimeoutException, ExecutionException, InterruptedException {
        Path owner = Path.of(file + ".pid");
        // A blocked thread keeps its place among the waiting processes.
        CompletableFuture<FileLock> locked = CompletableFuture.supplyAsync(
                () -> lock(file, owner),
                waiting -> Thread.ofPlatform().daemon().name("suite-lock").start(waiting));
        try {
            return locked.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new TimeoutException(
                    "No turn to run a suite within %d minutes: process %s still runs one. If it hangs, end it. Lock: %s"
                            .formatted(longest.toMinutes(), read(owner), file));
        }
    }

    private static FileLock lock(Path file, Path owner) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileLock lock = FileChannel.open(file, CREATE, WRITE).lock();
            Files.writeString(owner, Long.toString(ProcessHandle.current().pid()));
            return lock;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path owner) {
        try {
            return Files.readString(owner);
        } catch (IOException unreadable) {
            return "(unknown)";
        }
    }
}
