package io.zizhi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.state.Certificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {

    /** With the recognition worker. */
    private static final long NEEDED = Room.MEMORY_MEGABYTES + Room.RECOGNITION_MEGABYTES;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void fails_on_nearly_full_disk() {
        Room room = new Room(Room.DISK_MEGABYTES - 1, OptionalLong.of(9000));
        assertThatThrownBy(() -> room.require(folder, out))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("599 MB are free at " + folder)
                .hasMessageContaining("needs about 600 MB")
                .hasMessageContaining("ZIZHI_STATE=");
    }

    @Test
    void warns_of_short_memory() {
        new Room(9000, OptionalLong.of(NEEDED - 1)).require(folder, out);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Warning: 2599 MB of memory are available");
    }

    @Test
    void production_like_suite_needs_more_memory() throws IOException {
        OptionalLong memory = OptionalLong.of(NEEDED);
        new Room(9000, memory).require(folder, out);
        assertThat(printed.size()).isZero();

        Files.createFile(
                Files.createDirectory(folder.resolve(Certificates.FOLDER)).resolve("server.p12"));
        new Room(9000, memory).require(folder, out);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("Warning: 2600 MB of memory are available, but the suite needs about 3300 MB");
    }

    @Test
    void prints_nothing_with_enough_disk_and_memory() {
        new Room(Room.DISK_MEGABYTES, OptionalLong.of(NEEDED)).require(folder, out);
        new Room(Room.DISK_MEGABYTES, OptionalLong.empty()).require(folder, out);
        assertThat(printed.size()).isZero();
    }

    @Test
    void reads_memory_of_this_machine() {
        assertThat(Room.available("MemTotal:  24683520 kB\nMemAvailable:   18058240 kB\n"))
                .hasValue(17635);
        Room.at(folder).require(folder, out);
    }
}
