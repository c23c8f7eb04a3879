package io.zizhi.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortBlockTest {

    @TempDir
    Path folder;

    @Test
    void all_blocks_can_be_taken_and_are_disjoint() {
        Set<Integer> ports = new HashSet<>();
        for (int block = 0; block < 20; block++) {
            PortBlock taken = PortBlock.take(folder);
            // would release the lock of a block that only its file channel holds
            System.gc();
            Set<Integer> drawn = new HashSet<>(IntStream.range(0, 50)
                    .map(draw -> taken.draw(20_000, 30_767))
                    .boxed()
                    .toList());
            assertThat(drawn).allSatisfy(port -> assertThat(port).isBetween(20_000, 30_767));
            assertThat(ports).doesNotContainAnyElementsOf(drawn);
            ports.addAll(drawn);
        }
        assertThat(PortBlock.take(folder).draw(20_000, 30_767)).isBetween(20_000, 30_767);
    }

    @Test
    void ports_of_one_service_are_in_one_block() {
        int port = Port.freeWithManagement();

        assertThat(Port.management(port) % 1000).isEqualTo(port % 1000);
        assertThat(Port.internal(port) % 1000).isEqualTo(port % 1000);
    }
}
