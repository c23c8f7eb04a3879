package io.zizhi.local.suite;

import io.zizhi.local.layout.Progress;
import io.zizhi.local.server.Folders;
import io.zizhi.local.state.PrivateFiles;
import io.zizhi.local.suite.Infrastructure.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The installation of one test JVM: {@code target/zizhi/<pid>}. A system property stores it, because test frameworks
 * reload our classes for each application they start.
 *
 * <p>Its data is in memory if Maven's tests ask for that and there is room. PostgreSQL still syncs each commit, but does not
 * wait for a disk, whose stalls would make tests late.
 */
final class TestFolder {

    private static final String PROPERTY = "zizhi.local.test-folder";

    /** Set by Maven for its tests; measurements keep their data on disk. */
    private static final String WANTED = "zizhi.tests.in-memory";

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String IN_MEMORY = "zizhi-tests-";

    /** Containers often have 64 MB. The largest tables of the tests need about a gigabyte. */
    private static final long ROOM = 4L << 30;

    private TestFolder() {}

    static synchronized Infrastructure start(Set<Part> parts) {
        return Infrastructure.start(folder(), Ports.random(), parts, Progress.silent());
    }

    /** Creates a folder that is removed with all its processes when this JVM ends. */
    static Path temporary(String name) {
        Path all = Path.of("target", "zizhi").toAbsolutePath();
        sweep(all);
        Path folder = all.resolve(ProcessHandle.current().pid() + name);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        keepInMemory(folder);
        return folder;
    }

    private static void keepInMemory(Path folder) {
        if (!Boolean.getBoolean(WANTED) || !hasRoom()) {
            return;
        }
        sweep(MEMORY);
        try {
            Path data = Files.createTempDirectory(MEMORY, IN_MEMORY + folder.getFileName() + "-");
            Files.createSymbolicLink(PrivateFiles.folder(folder).resolve("data"), data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasRoom() {
        try {
            return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
        } catch (IOException unusual) {
            return false;
        }
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

    /** Removes folders of killed test JVMs, whose shutdown hooks did not run. */
    private static void sweep(Path all) {
        if (!Files.isDirectory(all)) {
            return;
        }
        try (var folders = Files.list(all)) {
            folders.filter(folder -> !all.equals(MEMORY) || isOurs(folder))
                    .filter(folder -> !ownerLives(folder))
                    .forEach(TestFolder::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path folder) {
        return folder.getFileName().toString().startsWith(IN_MEMORY) && Files.isWritable(folder);
    }

    private static boolean ownerLives(Path folder) {
        String pid = folder.getFileName().toString().replace(IN_MEMORY, "").replaceAll("[^0-9].*", "");
        return !pid.isEmpty()
                && ProcessHandle.of(Long.parseLong(pid))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    /** Kills the processes, because test data is not kept. Logs remain until the next run. */
    private static void remove(Path folder) {
        Suite.endAtOnce(folder);
        try {
            Path data = folder.resolve("data");
            if (Files.isSymbolicLink(data)) {
                Folders.delete(Files.readSymbolicLink(data));
                Files.delete(data);
            }
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
