package io.zizhi.faults.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zizhi.faults.suite.FaultProxy.Direction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the proxy in front of an echo server. */
@Timeout(30)
class FaultProxyTest {

    private static final int SHORT_MILLIS = 200;

    private final AtomicInteger received = new AtomicInteger();

    /** The server echoes nothing before this is down to zero. */
    private volatile CountDownLatch echoing = new CountDownLatch(0);

    private ServerSocket server;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        echo(server);
        proxy = FaultProxy.before(server.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void forwards_everything_without_problems() throws IOException {
        try (Socket client = connect()) {
            assertThat(say(client, "hello")).isEqualTo("hello");
            client.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        await().untilAsserted(() -> assertThat(proxy.connections()).isZero());
    }

    @Test
    void rotates_servers_and_skips_unavailable_ones() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Socket refusing = new Socket()) {
            // taken, so that no other server opens it, but not listening
            refusing.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            AtomicInteger byOther = new AtomicInteger();
            Thread.ofVirtual().start(() -> closeEach(other, byOther));
            connectFourTimes(server.getLocalPort(), other.getLocalPort());
            await().untilAsserted(() -> assertThat(byOther).hasValue(2));
            connectFourTimes(refusing.getLocalPort(), other.getLocalPort());
            await().untilAsserted(() -> assertThat(byOther).hasValue(6));
        }
    }

    /** Counts the connections and closes each of them. */
    private static void closeEach(ServerSocket server, AtomicInteger count) {
        try {
            while (true) {
                server.accept().close();
                count.incrementAndGet();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void connectFourTimes(Integer... servers) throws IOException {
        try (FaultProxy proxy = FaultProxy.before(List.of(servers))) {
            for (int connection = 0; connection < 4; connection++) {
                try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
                    client.shutdownOutput();
                    assertThat(client.getInputStream().read()).isEqualTo(-1);
                }
            }
        }
    }

    @Test
    void cut_resets_open_connections_and_allows_new_ones() throws IOException {
        try (Socket client = connect()) {
            say(client, "hello");
            proxy.cut();
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        try (Socket client = connect()) {
            assertThat(say(client, "again")).isEqualTo("again");
        }
    }

    @Test
    void refusing_link_rejects_connections_until_cleared() throws IOException {
        proxy.refuse();
        assertThatThrownBy(() -> {
                    try (Socket client = connect()) {
                        say(client, "hello");
                    }
                })
                .isInstanceOf(SocketException.class);
        proxy.clear();
        try (Socket client = connect()) {
            assertThat(say(client, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void black_hole_delays_bytes_without_loss() throws IOException {
        try (Socket client = connect()) {
            say(client, "hello");
            proxy.blackhole();
            client.setSoTimeout(SHORT_MILLIS);
            client.getOutputStream().write("late".getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            client.setSoTimeout(0);
            proxy.clear();
            assertThat(read(client, 4)).isEqualTo("late");
        }
    }

    @Test
    void can_lose_response_after_server_has_handled_request() throws IOException {
        try (Socket client = connect()) {
            say(client, "hello");
            proxy.resetAfter(Direction.TO_CLIENT, 2);
            client.getOutputStream().write("world".getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> client.getInputStream().readNBytes(5)).isInstanceOf(SocketException.class);
        }
        assertThat(received).hasValue("helloworld".length());
        assertThat(proxy.resets()).isEqualTo(1);
        try (Socket client = connect()) {
            assertThat(say(client, "once only")).isEqualTo("once only");
        }
    }

    @Test
    void can_lose_request() throws IOException {
        try (Socket client = connect()) {
            say(client, "hello");
            proxy.resetAfter(Direction.TO_SERVER, 0);
            client.getOutputStream().write("world".getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        assertThat(received).hasValue("hello".length());
    }

    @Test
    void latency_and_limit_delay_responses() throws IOException {
        try (Socket client = connect()) {
            say(client, "hello");
            proxy.delay(Duration.ofMillis(SHORT_MILLIS));
            assertThat(millisOf(client, "x")).isGreaterThanOrEqualTo(2L * SHORT_MILLIS);
            proxy.limit(1000);
            assertThat(millisOf(client, "x".repeat(100))).isGreaterThanOrEqualTo(SHORT_MILLIS);
        }
    }

    @Test
    void new_target_affects_only_new_connections() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Socket old = connect()) {
            say(old, "hello");
            echo(other);
            proxy.leadTo(other.getLocalPort());
            server.close();
            assertThat(say(old, "still")).isEqualTo("still");
            try (Socket fresh = connect()) {
                assertThat(say(fresh, "new")).isEqualTo("new");
            }
        }
    }

    @Test
    void drain_waits_for_response_then_closes() throws IOException {
        try (Socket idle = connect();
                Socket busy = connect()) {
            say(idle, "hello");
            say(busy, "hello");
            echoing = new CountDownLatch(1);
            busy.getOutputStream().write('x');
            // until the proxy has read the request, the connection looks idle
            await().untilAsserted(() -> assertThat(received).hasValue("hellohellox".length()));
            assertThat(proxy.drain(server.getLocalPort(), Duration.ofMillis(2 * SHORT_MILLIS)))
                    .isFalse();
            CompletableFuture<Boolean> drained =
                    CompletableFuture.supplyAsync(() -> proxy.drain(server.getLocalPort(), Duration.ofSeconds(20)));
            assertThat(idle.getInputStream().read()).isEqualTo(-1);
            echoing.countDown();
            assertThat(busy.getInputStream().read()).isEqualTo('x');
            assertThat(drained.join()).isTrue();
            assertThat(busy.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void drain_waits_until_a_delayed_response_has_passed() throws IOException {
        try (Socket client = connect()) {
            say(client, "hello");
            proxy.delay(Duration.ofMillis(SHORT_MILLIS));
            client.getOutputStream().write('x');
            await().untilAsserted(() -> assertThat(received).hasValue("hellox".length()));
            CompletableFuture<Boolean> drained =
                    CompletableFuture.supplyAsync(() -> proxy.drain(server.getLocalPort(), Duration.ofSeconds(20)));
            assertThat(client.getInputStream().read()).isEqualTo('x');
            assertThat(drained.join()).isTrue();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static long millisOf(Socket client, String text) throws IOException {
        long start = System.nanoTime();
        say(client, text);
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static String say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return read(client, text.length());
    }

    private static String read(Socket client, int length) throws IOException {
        return new String(client.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private void echo(ServerSocket listener) {
        Thread.ofVirtual().start(() -> {
            while (!listener.isClosed()) {
                try {
                    Socket socket = listener.accept();
                    Thread.ofVirtual().start(() -> echo(socket));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private void echo(Socket socket) {
        byte[] bytes = new byte[1024];
        try (socket) {
            for (int length = socket.getInputStream().read(bytes);
                    length >= 0;
                    length = socket.getInputStream().read(bytes)) {
                received.addAndGet(length);
                echoing.await();
                socket.getOutputStream().write(bytes, 0, length);
            }
        } catch (IOException reset) {
            // caused by the test itself
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
