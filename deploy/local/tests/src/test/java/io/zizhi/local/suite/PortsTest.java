package io.zizhi.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.Port;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void ports_have_fixed_defaults() {
        Ports ports = Ports.from(new HashMap<String, String>()::get);
        assertThat(ports.service(Service.QUALIFICATION)).isEqualTo(8081);
        assertThat(ports.service(Service.NOTIFICATION)).isEqualTo(8084);
        assertThat(ports.kafka()).isEqualTo(19_092);
    }

    @Test
    void variable_overrides_port() {
        Ports ports = Ports.from(Map.of("ZIZHI_PORT_REVIEW", "18083", "ZIZHI_PORT_S3", " 7000 ")::get);
        assertThat(ports.service(Service.REVIEW)).isEqualTo(18_083);
        assertThat(ports.objectStore()).isEqualTo(7000);
        assertThat(ports.service(Service.DOCUMENT)).isEqualTo(8082);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "-1", "64000", "99999999999"})
    void rejects_invalid_port_and_names_variable(String value) {
        assertThatThrownBy(() -> Ports.from(Map.of("ZIZHI_PORT_KAFKA", value)::get))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("ZIZHI_PORT_KAFKA")
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8081", "9081", "10081", "18080"})
    void rejects_port_used_twice(String port) {
        assertThatThrownBy(() -> Ports.from(Map.of("ZIZHI_PORT_REVIEW", port)::get))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("Port " + port + " is used for both")
                .hasMessageContaining("ZIZHI_PORT_REVIEW");
    }

    @Test
    void finds_service_that_was_started_otherwise(@TempDir Path folder) throws Exception {
        Ports ports;
        try (ServerSocket service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ports = Ports.from(Map.of("ZIZHI_PORT_REVIEW", Integer.toString(service.getLocalPort()))::get);
            assertThat(ports.running(Service.REVIEW, folder)).isEqualTo(service.getLocalPort());
        }
        assertThatThrownBy(() -> ports.running(Service.REVIEW, folder))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining(
                        "review-service is not running: nothing listens on port " + ports.service(Service.REVIEW))
                .hasMessageContaining("ZIZHI_PORT_REVIEW");
    }

    @Test
    void names_port_in_use_and_remedy() throws Exception {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Port.requireFree(stranger.getLocalPort(), "Kafka", "ZIZHI_PORT_KAFKA"))
                    .isInstanceOf(LocalFailure.class)
                    .hasMessageContaining("Port " + stranger.getLocalPort() + " of Kafka is in use")
                    .hasMessageContaining("ZIZHI_PORT_KAFKA=");
        }
    }

    /** A process that starts inherits the socket of a check until it executes its own program. */
    @Test
    void inherited_socket_of_a_check_disturbs_no_server() throws Exception {
        int port = Port.free();
        try (Socket inherited = new Socket()) {
            inherited.setReuseAddress(true);
            inherited.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            assertThat(Port.isFree(port)).isTrue();
            try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(Port.isFree(server.getLocalPort())).isFalse();
            }
        }
    }

    @Test
    void random_ports_and_their_derived_ports_differ() {
        List<Integer> drawn = IntStream.range(0, 200)
                .mapToObj(index -> Port.freeWithManagement())
                .flatMap(port -> Stream.of(port, Port.management(port), Port.internal(port), Port.free()))
                .toList();
        assertThat(drawn)
                .doesNotHaveDuplicates()
                .allSatisfy(port -> assertThat(port)
                        .as("not one that Linux gives to outgoing connections")
                        .isLessThan(32_768));
    }
}
