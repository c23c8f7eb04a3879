package io.zizhi.local.suite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.Launch;
import io.zizhi.local.server.Port;
import io.zizhi.local.server.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortCheckTest {

    @TempDir
    private Path folder;

    private final Ports ports = Ports.random();

    @AfterEach
    void stop_remaining_processes() {
        ServerProcess.recorded(folder)
                .forEach(name -> ServerProcess.running(name, folder).ifPresent(ServerProcess::kill));
    }

    @Test
    void accepts_free_ports() {
        assertThatCode(() -> PortCheck.requireFree(folder, ports)).doesNotThrowAnyException();
    }

    @Test
    void names_every_port_in_use_with_its_variable() throws Exception {
        int internal = Port.internal(ports.service(Service.DOCUMENT));
        try (ServerSocket one = listen(ports.kafkaController());
                ServerSocket two = listen(internal)) {
            assertThatThrownBy(() -> PortCheck.requireFree(folder, ports))
                    .isInstanceOf(LocalFailure.class)
                    .hasMessageContaining("Port " + one.getLocalPort())
                    .hasMessageContaining("ZIZHI_PORT_KAFKA_CONTROLLER")
                    .satisfies(failure -> assertThatThrownBy(() -> {
                                throw failure.getSuppressed()[0];
                            })
                            .hasMessageContaining("Port " + two.getLocalPort())
                            .hasMessageContaining("ZIZHI_PORT_DOCUMENT"));
        }
    }

    @Test
    void accepts_ports_of_running_parts() throws Exception {
        run(Service.REVIEW.module(), ports.service(Service.REVIEW));
        try (ServerSocket itself = listen(ports.service(Service.REVIEW))) {
            assertThatCode(() -> PortCheck.requireFree(folder, ports))
                    .as("port " + itself.getLocalPort())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void requires_free_port_for_moved_service() throws Exception {
        run(Service.REVIEW.module(), Port.free());
        try (ServerSocket stranger = listen(ports.service(Service.REVIEW))) {
            assertThatThrownBy(() -> PortCheck.requireFree(folder, ports))
                    .hasMessageContaining("Port " + stranger.getLocalPort());
        }
    }

    private void run(String name, int port) {
        List<String> command = List.of("sh", "-c", "# " + folder + "\nwhile :; do sleep 0.05; done");
        Launch launch = new Launch(name, name, port, "PORT", command, folder.toString(), "TERM", Map.of());
        ServerProcess.ready(name, name, folder, () -> launch, answered -> "", Duration.ofSeconds(20));
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
