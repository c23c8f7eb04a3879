package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs {@code e2e/record-connections}, which needs root and tracefs and says so elsewhere. */
class RecordConnectionsTest {

    /** Where nobody listens: also refused connections count. */
    private static final String SCRIPT = """
            set -euo pipefail
            number=64900
            for port in POSTGRES KAFKA KAFKA_CONTROLLER S3 OIDC SMS CLAMD RECOGNITION WEBHOOKS; do
                export "ZIZHI_PORT_$port=$((number += 1))"
            done
            for port in QUALIFICATION DOCUMENT REVIEW NOTIFICATION; do
                export "ZIZHI_PORT_$port=$((number += 1))"
            done
            export ZIZHI_STATE=/nonexistent
            connect() { (exec 5<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null || true; }
            exec {recorder}< <(exec e2e/record-connections)
            recorder_pid=$!
            read -r state <&"$recorder"
            echo "$state"
            [[ "$state" == recording ]] || exit 0
            # a process that ends only when the recorder has asked for its name
            coproc PART { exec -a "java -Dlocal.part=review-service:$ZIZHI_STATE -jar" bash -c '
                for port in "$ZIZHI_PORT_POSTGRES" 1; do
                    exec 5<>"/dev/tcp/127.0.0.1/$port" || true
                done 2>/dev/null
                echo connected
                read -r end'; }
            read -r connected <&"${PART[0]}"
            connect "$ZIZHI_PORT_KAFKA"
            connect 1
            kill "$recorder_pid"
            cat <&"$recorder"
            """;

    @Test
    void records_attempts_with_the_names_of_parts() throws IOException {
        Process script = new ProcessBuilder("bash", "-c", SCRIPT)
                .directory(ProjectFolder.find().toFile())
                .redirectErrorStream(true)
                .start();
        List<String> output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(script.onExit().join().exitValue()).as("%s", output).isZero();
        assumeFalse(output.getFirst().startsWith("SKIPPED"), output.getFirst());
        assertThat(output)
                .containsExactlyInAnyOrder(
                        "recording",
                        "review-service,postgres,sql,1",
                        "review-service,address 127.0.0.1,1,1",
                        "client,kafka,clients,1");
    }
}
