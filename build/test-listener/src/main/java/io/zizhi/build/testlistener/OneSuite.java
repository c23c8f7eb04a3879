package io.zizhi.build.testlistener;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Lets one test JVM of this tree run a suite at a time. Two suites of eight processes each on two cores stall each
 * other, and then tests meet deadlines of the services that they never wanted to test. The system property
 * {@code zizhi.tests.suite-lock} names the file to lock; without it, nothing waits.
 */
public final class OneSuite implements TestExecutionListener {

    /** Locked until this JVM ends. */
    private static @Nullable FileLock turn;

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        String file = System.getProperty("zizhi.tests.suite-lock");
        if (file != null && plan.containsTests()) {
            await(Path.of(file));
        }
    }

    private static synchronized void await(Path file) {
        if (turn != null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            turn = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .lock();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
