package io.zizhi.local;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.SuiteOptions;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.state.Certificates;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Free disk space and memory for a start. They are checked first, because a later failure would not show its cause as
 * clearly.
 */
final class Room {

    /** Data written in the first hour, with a margin. */
    static final long DISK_MEGABYTES = 600;

    /** Memory of all parts, with a margin for the demo. */
    static final long MEMORY_MEGABYTES = 2000;

    /** Memory of the recognition worker. */
    static final long RECOGNITION_MEGABYTES = 600;

    /** Memory of the further parts of a production-like suite: Keycloak, clamd and the SMS gateway. */
    static final long PRODUCTION_LIKE_MEGABYTES = 700;

    private static final long MEGABYTE = 1 << 20;
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB");

    private final long disk;
    private final OptionalLong memory;

    Room(long disk, OptionalLong memory) {
        this.disk = disk;
        this.memory = memory;
    }

    /** Measures the free space at {@code folder} and the memory of this machine. */
    static Room at(Path folder) {
        try {
            // FileStore searches the mount points; a chroot may have none
            long disk = folder.toFile().getUsableSpace() / MEGABYTE;
            return new Room(disk, available(Files.readString(Path.of("/proc/meminfo"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OptionalLong available(String meminfo) {
        return AVAILABLE
                .matcher(meminfo)
                .results()
                .mapToLong((MatchResult found) -> Long.parseLong(found.group(1)) / 1024)
                .findFirst();
    }

    /** Fails if the disk is nearly full and warns if memory is short, unless the suite already runs. */
    void require(Path folder, PrintStream out) {
        if (disk < DISK_MEGABYTES) {
            throw new LocalFailure("The disk is nearly full: " + disk + " MB are free at " + folder
                    + ", but the suite needs about " + DISK_MEGABYTES
                    + " MB for its data and logs. Free some space there, or use"
                    + " a folder on another disk: ZIZHI_STATE=/path/to/folder ./zizhi up");
        }
        boolean starts = ServerProcess.recorded(folder).isEmpty();
        long needed = MEMORY_MEGABYTES
                + (SuiteOptions.none().recognition() ? RECOGNITION_MEGABYTES : 0)
                + (Certificates.of(folder).isPresent() ? PRODUCTION_LIKE_MEGABYTES : 0);
        if (starts && memory.isPresent() && memory.getAsLong() < needed) {
            out.println("Warning: " + memory.getAsLong() + " MB of memory are available, but the suite needs about "
                    + needed + " MB. It may start slowly, or fail.");
        }
    }
}
