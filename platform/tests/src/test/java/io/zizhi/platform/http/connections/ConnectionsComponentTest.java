package io.zizhi.platform.http.connections;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.zizhi.platform.http.RawRequest;
import io.zizhi.platform.testkit.InternalAddress;
import io.zizhi.platform.testkit.LocalInfrastructure;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ConnectionsComponentTest {

    /** Half of the default of {@code zizhi.limits.management-connections}. */
    private static final int PLACES = 32;

    private static final String LIVE = "GET /q/health/live";

    @TestHTTPResource(value = "/", management = true)
    @Nullable
    URI management;

    private final List<Socket> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws IOException {
        for (Socket socket : opened) {
            socket.close();
        }
    }

    @ParameterizedTest
    @EnumSource(ListenerKind.class)
    void answers_an_upgrade_to_http2_in_http1(ListenerKind kind) throws IOException {
        Socket socket = connect("127.0.0.1", port(kind));
        send(socket, """
                GET /elsewhere HTTP/1.1\r
                Host: localhost\r
                Connection: Upgrade, HTTP2-Settings\r
                Upgrade: h2c\r
                HTTP2-Settings: AAEAAEAAAAIAAAAAAAMAAABkAAQBAAAAAAUAAEAA\r
                \r
                """);
        assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII)).isEqualTo("HTTP/1.1 404");
    }

    @ParameterizedTest
    @EnumSource(ListenerKind.class)
    void closes_connections_that_begin_with_http2_or_send_trailers(ListenerKind kind) throws IOException {
        for (String refused : List.of(
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "POST /elsewhere HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\na: b\r\n")) {
            Socket socket = connect("127.0.0.1", port(kind));
            send(socket, refused);
            assertThat(isClosed(socket)).as(refused).isTrue();
        }
    }

    @Test
    void address_without_places_does_not_keep_others_out() throws IOException {
        for (int place = 0; place < PLACES; place++) {
            connect("127.0.0.2", port(ListenerKind.MANAGEMENT));
        }
        assertThat(isClosed(connect("127.0.0.2", port(ListenerKind.MANAGEMENT))))
                .isTrue();
        assertThat(RawRequest.answer(port(ListenerKind.MANAGEMENT), LIVE)).startsWith("HTTP/1.1 200 ");
        assertThat(RawRequest.answer(port(ListenerKind.MANAGEMENT), "GET /q/metrics"))
                .containsPattern("zizhi_http_connections\\{listener=\"management\"} 3[3-9]\\.0")
                .containsPattern(
                        "zizhi_http_connections_closed_total\\{cause=\"address\",listener=\"management\"} [1-9]");
    }

    @Test
    void full_management_port_leaves_the_public_port_open() throws IOException {
        for (String address : List.of("127.0.0.2", "127.0.0.3")) {
            for (int place = 0; place < PLACES; place++) {
                connect(address, port(ListenerKind.MANAGEMENT));
            }
        }
        assertThat(isClosed(connect("127.0.0.4", port(ListenerKind.MANAGEMENT))))
                .isTrue();
        assertThat(RawRequest.answer(RestAssured.port, "GET /v1/nowhere")).startsWith("HTTP/1.1 404 ");
    }

    /** Which of the connections is closed depends on the order in which the server reads them. */
    @ParameterizedTest
    @EnumSource(ListenerKind.class)
    void closes_a_connection_of_an_address_with_too_many_unfinished_headers(ListenerKind kind) throws IOException {
        double before = closedAsLarge(kind);
        for (int connection = 0; connection < PLACES; connection++) {
            send(connect("127.0.0.2", port(kind)), "GET / HTTP/1.1\r\nX: " + "a".repeat(23_000));
        }
        await().atMost(30, TimeUnit.SECONDS).until(() -> closedAsLarge(kind) > before);
    }

    private double closedAsLarge(ListenerKind kind) throws IOException {
        String series = "zizhi_http_connections_closed_total{cause=\"large\",listener=\"" + kind.label() + "\"} ";
        return RawRequest.answer(port(ListenerKind.MANAGEMENT), "GET /q/metrics")
                .lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .sum();
    }

    private int port(ListenerKind kind) {
        return switch (kind) {
            case PUBLIC -> RestAssured.port;
            case INTERNAL -> InternalAddress.port();
            case MANAGEMENT -> requireNonNull(management).getPort();
        };
    }

    private Socket connect(String from, int port) throws IOException {
        Socket socket = new Socket();
        opened.add(socket);
        socket.bind(new InetSocketAddress(from, 0));
        socket.setSoTimeout(5_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        try {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
        } catch (SocketException closed) {
            // The server has closed the connection.
        }
    }

    /** Waits until the server closes the connection, whatever it sends before; false after five silent seconds. */
    private static boolean isClosed(Socket socket) throws IOException {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketException reset) {
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        }
    }
}
