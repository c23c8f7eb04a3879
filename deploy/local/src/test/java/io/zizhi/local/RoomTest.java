package io.zizhi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void a_disk_that_is_nearly_full_is_named() {
        Room room = new Room(Room.DISK_MEGABYTES - 1, OptionalLong.of(9000));
        assertThatThrownBy(() -> room.require(folder, out))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("599 MB are free at " + folder)
                .hasMessageContaining("needs about 600 MB")
                .hasMessageContaining("ZIZHI_STATE=");
    }

    @Test
    void short_memory_is_warned_of_and_does_not_hinder() {
        new Room(9000, OptionalLong.of(Room.MEMORY_MEGABYTES - 1)).require(folder, out);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Warning: 1999 MB of memory are available");
    }

    @Test
    void enough_of_both_is_not_worth_a_word() {
        new Room(Room.DISK_MEGABYTES, OptionalLong.of(Room.MEMORY_MEGABYTES)).require(folder, out);
        new Room(Room.DISK_MEGABYTES, OptionalLong.empty()).require(folder, out);
        assertThat(printed.size()).isZero();
    }

    @Test
    void the_memory_of_this_machine_is_understood() {
        assertThat(Room.available("MemTotal:  24683520 kB\nMemAvailable:   18058240 kB\n"))
                .hasValue(17635);
        Room.at(folder).require(folder, out);
    }
}
