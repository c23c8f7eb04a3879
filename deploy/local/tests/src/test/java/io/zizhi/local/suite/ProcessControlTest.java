package io.zizhi.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessControlTest {

    @Test
    void kills_one_existing_process() throws Exception {
        Process ended = sleeping("0");
        ended.waitFor();
        Process alive = sleeping("600");
        Process next = sleeping("600");
        try {
            assertThat(ProcessControl.killOneOf(List.of(ended.pid(), alive.pid(), next.pid())))
                    .isEqualTo(alive.pid());
            assertThat(alive.waitFor()).isEqualTo(128 + 9);
            assertThat(next.isAlive()).isTrue();
        } finally {
            alive.destroyForcibly();
            next.destroyForcibly();
        }
    }

    @Test
    void kills_nothing_if_all_have_ended() throws Exception {
        Process ended = sleeping("0");
        ended.waitFor();
        assertThat(ProcessControl.killOneOf(List.of(ended.pid()))).isZero();
        assertThat(ProcessControl.killOneOf(List.of())).isZero();
    }

    private static Process sleeping(String seconds) throws IOException {
        return new ProcessBuilder("sleep", seconds).start();
    }
}
