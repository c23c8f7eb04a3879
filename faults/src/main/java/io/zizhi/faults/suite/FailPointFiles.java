package io.zizhi.faults.suite;

import io.zizhi.local.layout.Service;
import io.zizhi.local.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Arms the fail-points of running services. Each service reads its own file when it reaches a fail-point, and removes
 * the file when it dies there.
 */
public final class FailPointFiles {

    /** The service's property that contains the path of its file. */
    static final String PROPERTY = "zizhi.fail-points.file";

    private final Path folder;

    FailPointFiles(Path folder) {
        this.folder = PrivateFiles.folder(folder);
    }

    Path file(String service) {
        return folder.resolve(service);
    }

    /** Makes the service die when it reaches {@code point} for the {@code passes}-th time from now on. */
    public void arm(String service, String point, int passes) {
        PrivateFiles.write(file(service), point + ":" + passes);
    }

    /** Pauses the first thread that reaches {@code point} from now on for {@code pause}. */
    public void armPause(String service, String point, Duration pause) {
        PrivateFiles.write(file(service), point + ":1:" + pause);
    }

    /** Returns whether the point is armed and has not struck yet. */
    public boolean isArmed(String service) {
        return Files.exists(file(service));
    }

    public void disarm(String service) {
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
