package io.zizhi.platform.runtime.failpoint;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process at once, as SIGKILL would, when it passes the armed fail-point. An armed point with a pause stops
 * the thread for that long instead. A point can be armed at start by {@code zizhi.fail-point}, or at any time by
 * writing it into the file {@code zizhi.fail-points.file}. The file is read on each pass and deleted when the point
 * strikes, so that the next start survives. With neither setting, a pass checks nothing.
 */
@Startup
@ApplicationScoped
public class FailPoints {

    private static final Logger LOG = Logger.getLogger(FailPoints.class);

    /** The exit code that a shell reports for a process killed by SIGKILL. */
    private static final int KILLED = 137;

    private final @Nullable ArmedPoint configured;
    private final @Nullable Path file;
    private final Runnable end;
    private final Consumer<Duration> stop;
    private @Nullable String fileText;
    private @Nullable ArmedPoint fromFile;

    @Inject
    FailPoints(FailPointConfig config, FailPointFileConfig files) {
        this(config.point(), files.file(), () -> Runtime.getRuntime().halt(KILLED), FailPoints::stopThread);
    }

    FailPoints(Optional<String> point, Optional<Path> file, Runnable end, Consumer<Duration> stop) {
        this.configured = point.map(ArmedPoint::parse).orElse(null);
        this.file = file.orElse(null);
        this.end = end;
        this.stop = stop;
    }

    /** Strikes if {@code point} is armed. Call it at the moment that {@code point} describes. */
    public void pass(FailPoint point) {
        if (configured != null && configured.strikesAt(point)) {
            strike(point, configured);
        }
        ArmedPoint written = file == null ? null : struckInFile(point, file);
        if (written != null) {
            strike(point, written);
        }
    }

    /** Finds the armed point. The strike happens outside the lock, so that other threads pass while one is stopped. */
    private synchronized @Nullable ArmedPoint struckInFile(FailPoint point, Path written) {
        ArmedPoint armed = armedIn(written);
        if (armed == null || !armed.strikesAt(point)) {
            return null;
        }
        remove(written);
        fileText = null;
        return armed;
    }

    /** Returns the point armed in the file. Passes are counted from the first read of the file's current text. */
    private @Nullable ArmedPoint armedIn(Path written) {
        if (!Files.exists(written)) {
            fileText = null;
            fromFile = null;
            return null;
        }
        try {
            String text = Files.readString(written);
            if (!text.equals(fileText)) {
                fromFile = ArmedPoint.parse(text);
                fileText = text;
            }
            return fromFile;
        } catch (IOException removedMeanwhile) {
            return null;
        } catch (IllegalStateException misspelt) {
            LOG.warn(misspelt.getMessage());
            return null;
        }
    }

    private void strike(FailPoint point, ArmedPoint armed) {
        if (armed.pause().isPresent()) {
            LOG.warnf(
                    "Fail-point %s stops this thread for %s",
                    point.label(), armed.pause().get());
            stop.accept(armed.pause().get());
            return;
        }
        LOG.warnf("Fail-point %s ends this process", point.label());
        end.run();
    }

    private static void stopThread(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Path written) {
        try {
            Files.deleteIfExists(written);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
