package io.zizhi.local;

import io.zizhi.local.Infrastructure.Part;
import io.zizhi.local.server.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The installation that belongs to one test JVM: {@code target/zizhi/<pid>}. Known by a system property, because test
 * frameworks load our classes anew for each application they start.
 */
final class TestFolder {

    private static final String PROPERTY = "zizhi.local.test-folder";

    private TestFolder() {}

    static synchronized Infrastructure start(Set<Part> parts) {
        return Infrastructure.start(folder(), Ports.random(), parts, Progress.silent());
    }

    /** A new folder, removed with all its processes when this JVM ends. */
    static Path temporary(String name) {
        Path all = Path.of("target", "zizhi").toAbsolutePath();
        sweep(all);
        Path folder = all.resolve(ProcessHandle.current().pid() + name);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        return folder;
    }

    private static Path folder() {
        String known = System.getProperty(PROPERTY);
        if (known != null) {
            return Path.of(known);
        }
        Path folder = temporary("");
        System.setProperty(PROPERTY, folder.toString());
        return folder;
    }

    /** What a killed test JVM left: its shutdown hook has not run. */
    private static void sweep(Path all) {
        if (!Files.isDirectory(all)) {
            return;
        }
        try (var folders = Files.list(all)) {
            folders.filter(folder -> !ownerLives(folder)).forEach(TestFolder::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ownerLives(Path folder) {
        String pid = folder.getFileName().toString().replaceAll("[^0-9].*", "");
        return !pid.isEmpty()
                && ProcessHandle.of(Long.parseLong(pid))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    /** Nothing in a test's folder is worth a stop in good order. Logs stay until the next run. */
    private static void remove(Path folder) {
        Suite.endAtOnce(folder);
        try {
            for (String part : List.of("data", "run", "secrets", "config")) {
                Folders.delete(folder.resolve(part));
            }
            if (!ownerLives(folder)) {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
