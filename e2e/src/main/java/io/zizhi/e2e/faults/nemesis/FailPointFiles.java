package io.zizhi.e2e.faults.nemesis;

import io.zizhi.local.Service;
import io.zizhi.local.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Arms the fail-points of running services: each service looks into a file of its own whenever it passes one, and
 * removes the file when it dies at the named point.
 */
final class FailPointFiles {

    /** Tells a service where its file is. */
    static final String PROPERTY = "zizhi.fail-points.file";

    private final Path folder;

    FailPointFiles(Path folder) {
        this.folder = PrivateFiles.folder(folder);
    }

    Path file(String service) {
        return folder.resolve(service);
    }

    /** The service dies when it passes {@code point} for the {@code passes}-th time from now on. */
    void arm(String service, String point, int passes) {
        PrivateFiles.write(file(service), point + ":" + passes);
    }

    /** The first thread that passes {@code point} from now on stops for that long. */
    void armPause(String service, String point, Duration pause) {
        PrivateFiles.write(file(service), point + ":1:" + pause);
    }

    /** Whether the point has not struck yet. */
    boolean isArmed(String service) {
        return Files.exists(file(service));
    }

    void disarm(String service) {
        try {
            Files.deleteIfExists(file(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void disarmAll() {
        Service.modules().forEach(this::disarm);
    }
}
