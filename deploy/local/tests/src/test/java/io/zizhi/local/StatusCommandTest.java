package io.zizhi.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.local.server.IdentityServer;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.suite.Infrastructure;
import io.zizhi.local.suite.Infrastructure.Part;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {

    @TempDir
    private Path nothing;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void reports_that_nothing_runs_with_exit_code() {
        assertThat(new StatusCommand(nothing, out).run()).isEqualTo(StatusCommand.NOTHING_RUNS);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Nothing is running.");
    }

    @Test
    void shows_ready_unready_and_stopped_parts() {
        Path folder = Infrastructure.startForTests(EnumSet.allOf(Part.class)).folder();
        ServerProcess identity =
                ServerProcess.running(IdentityServer.NAME, folder).orElseThrow();
        identity.pause();
        try {
            assertThat(new StatusCommand(folder, out).run()).isEqualTo(StatusCommand.TROUBLE);
        } finally {
            identity.resume();
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.matches("  postgres +ready +\\d+ +\\d+  \\d{4}-\\S+ \\S+ +\\d+ MB"))
                .anyMatch(line -> line.matches("  kafka +ready .*"))
                .anyMatch(line -> line.matches("  object-store +ready .*"))
                .anyMatch(line -> line.matches("  identity +unready .*no answer within 3 s"))
                .anyMatch(line -> line.matches("  review-service +stopped"));
    }
}
