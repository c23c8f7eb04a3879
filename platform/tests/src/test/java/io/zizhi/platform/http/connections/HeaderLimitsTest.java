package io.zizhi.platform.http.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.ssl.SslHandler;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.zizhi.platform.http.address.TrustedProxies;
import io.zizhi.platform.http.connections.Listener.Cause;
import io.zizhi.platform.http.limits.PlatformLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;

class HeaderLimitsTest {

    private static final String PROXY = "10.0.0.1";
    private static final int BUDGET = 131_072;
    private static final String CHUNKED = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";

    /** The preface of a connection and empty settings. */
    private static final String HTTP2 = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";

    /** Complete headers: GET http://a/. */
    private static final String HTTP2_REQUEST = "\0\0\6\1\5\0\0\0\1\202\206\204A\1a";

    private final PlatformLimits limits = new SmallRyeConfigBuilder()
            .withMapping(PlatformLimits.class)
            .withDefaultValue("zizhi.limits.connections", "20")
            .withDefaultValue("zizhi.limits.connections-per-address", "8")
            .withDefaultValue("zizhi.limits.unfinished-header-bytes", String.valueOf(BUDGET))
            .build()
            .getConfigMapping(PlatformLimits.class);
    private final Listener listener = new Listener(ListenerKind.PUBLIC, limits, new TrustedProxies(List.of(PROXY)));

    @Test
    void closes_silent_connection_at_the_deadline() {
        EmbeddedChannel connection = connect("192.0.2.1");
        pass(connection, 9);
        assertThat(connection.isOpen()).isTrue();
        pass(connection, 2);
        assertThat(connection.isOpen()).isFalse();
        assertThat(listener.closed(Cause.SLOW)).isOne();
    }

    @Test
    void trickled_headers_do_not_extend_the_deadline() {
        EmbeddedChannel connection = connect("192.0.2.1");
        send(connection, "GET / HTTP/1.1\r\n");
        for (int second = 0; second < 11; second++) {
            send(connection, "a: b\r\n");
            pass(connection, 1);
        }
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void a_proxy_does_not_lend_its_trust_to_its_network() throws UnknownHostException {
        Listener port = new Listener(ListenerKind.PUBLIC, limits, new TrustedProxies(List.of("fd12:3456::7")));
        InetAddress neighbour = InetAddress.getByName("fd12:3456::8");
        assertThat(port.admit(InetAddress.getByName("fd12:3456::7"))).isPresent();
        for (int place = 0; place < 8; place++) {
            assertThat(port.admit(neighbour)).isPresent();
        }
        assertThat(port.admit(neighbour)).isEmpty();
    }

    @Test
    void complete_headers_end_the_deadline() {
        EmbeddedChannel connection = connect("192.0.2.1");
        send(connection, "GET / HTTP/1.1\r\nHost: a");
        send(connection, "\r\n\r\n");
        pass(connection, 60);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void later_request_gets_its_own_deadline() {
        EmbeddedChannel connection = connect("192.0.2.1");
        send(connection, "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nokGET / HTTP/1.1\r\nHo");
        pass(connection, 11);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void slow_body_is_not_measured_as_headers() {
        EmbeddedChannel connection = connect("192.0.2.1");
        send(connection, "POST / HTTP/1.1\r\nContent-Length: 20000\r\n\r\n");
        for (int second = 0; second < 20; second++) {
            send(connection, "x\n".repeat(150));
            pass(connection, 1);
        }
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void slow_chunks_are_not_measured_as_headers() {
        EmbeddedChannel connection = connect("192.0.2.1");
        send(connection, CHUNKED);
        for (int second = 0; second < 200; second++) {
            send(connection, "1");
            pass(connection, 1);
            send(connection, "\r\n\n\r\n");
        }
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void rest_of_a_large_read_is_not_measured_as_headers() {
        EmbeddedChannel connection = connect("192.0.2.1");
        send(connection, CHUNKED + "1\r\nx");
        send(connection, "\r\n10000\r\n" + "y".repeat(60_000));
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void refuses_trailers_of_a_chunked_body() {
        EmbeddedChannel connection = connect("192.0.2.1");
        send(connection, CHUNKED + "1\r\nx\r\n0\r\na: b\r\n");
        assertThat(connection.inboundMessages())
                .last(type(HttpObject.class))
                .matches(last -> last.decoderResult().isFailure());
    }

    @Test
    void unfinished_line_of_a_chunked_body_counts_as_unfinished_headers() {
        EmbeddedChannel first = connect("192.0.2.1");
        send(first, CHUNKED + "0\r\n" + "a".repeat(20_000));
        EmbeddedChannel second = connect("192.0.2.1");
        send(second, CHUNKED + "0\r\n" + "a".repeat(20_000));
        assertThat(first.isOpen()).isTrue();
        assertThat(second.isOpen()).isFalse();

        EmbeddedChannel finished = connect("192.0.2.2");
        send(finished, CHUNKED);
        for (int chunk = 0; chunk < 20; chunk++) {
            send(finished, "1;" + "a".repeat(4_000));
            send(finished, "\r\nx\r\n");
        }
        assertThat(finished.isOpen()).isTrue();
    }

    @Test
    void closes_connection_with_too_many_unfinished_headers() {
        EmbeddedChannel connection = connect("192.0.2.1");
        send(connection, "GET / HTTP/1.1\r\n" + "a:\r\n".repeat(100));
        assertThat(connection.isOpen()).isTrue();
        send(connection, "a:\r\n");
        assertThat(connection.isOpen()).isFalse();
        assertThat(listener.closed(Cause.LARGE)).isOne();
    }

    @Test
    void one_address_gets_a_quarter_of_the_memory_for_headers() {
        EmbeddedChannel first = connect("192.0.2.1");
        send(first, unfinished(20_000));
        EmbeddedChannel second = connect("192.0.2.1");
        send(second, unfinished(20_000));
        assertThat(first.isOpen()).isTrue();
        assertThat(second.isOpen()).isFalse();

        EmbeddedChannel other = connect("192.0.2.2");
        send(other, unfinished(20_000));
        assertThat(other.isOpen()).isTrue();
    }

    @Test
    void finished_and_closed_headers_give_their_memory_back() {
        for (int request = 0; request < 20; request++) {
            EmbeddedChannel finished = connect("192.0.2.1");
            send(finished, unfinished(20_000));
            send(finished, "\r\n\r\n");
            close(finished);
            EmbeddedChannel interrupted = connect("192.0.2.1");
            send(interrupted, unfinished(20_000));
            assertThat(interrupted.isOpen()).isTrue();
            close(interrupted);
        }
    }

    @Test
    void all_connections_share_the_memory_for_headers() {
        int open = 0;
        for (int client = 0; client < 10; client++) {
            EmbeddedChannel connection = connect(PROXY);
            send(connection, unfinished(20_000));
            open += connection.isOpen() ? 1 : 0;
        }
        assertThat(open).isEqualTo(BUDGET / 20_000);
    }

    @Test
    void one_address_gets_only_its_places() {
        for (int place = 0; place < 8; place++) {
            assertThat(connect("192.0.2.1").isOpen()).isTrue();
        }
        assertThat(connect("192.0.2.1").isOpen()).isFalse();
        assertThat(connect("192.0.2.2").isOpen()).isTrue();
        assertThat(listener.closed(Cause.ADDRESS)).isOne();
    }

    @Test
    void addresses_of_one_ipv6_network_share_their_places() {
        for (int place = 0; place < 8; place++) {
            assertThat(connect("2001:db8:1:2::" + place).isOpen()).isTrue();
        }
        assertThat(connect("2001:db8:1:2:ffff::9").isOpen()).isFalse();
        assertThat(connect("2001:db8:1:3::1").isOpen()).isTrue();
    }

    @Test
    void trusted_proxy_is_limited_by_all_places() {
        for (int place = 0; place < 20; place++) {
            assertThat(connect(PROXY).isOpen()).isTrue();
        }
        assertThat(connect(PROXY).isOpen()).isFalse();
        assertThat(listener.closed(Cause.FULL)).isOne();
    }

    @Test
    void closed_connection_gives_its_place_back() {
        for (int client = 0; client < 100; client++) {
            EmbeddedChannel connection = connect("192.0.2.1");
            assertThat(connection.isOpen()).isTrue();
            close(connection);
        }
        assertThat(listener.open()).isZero();
    }

    @Test
    void removes_upgrades_from_requests() {
        EmbeddedChannel connection = connect("192.0.2.1");
        send(connection, "GET / HTTP/1.1\r\nUpgrade: h2c\r\n\r\n");
        HttpRequest request = connection.readInbound();
        assertThat(request.headers().contains("Upgrade")).isFalse();
    }

    @Test
    void first_request_of_http2_has_the_deadline() throws Exception {
        EmbeddedChannel connection =
                connect("192.0.2.1", tls(), Http2FrameCodecBuilder.forServer().build());
        sendDecrypted(connection, HTTP2);
        pass(connection, 9);
        sendDecrypted(connection, HTTP2_REQUEST.substring(0, 12));
        assertThat(connection.isOpen()).isTrue();
        pass(connection, 2);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void complete_request_of_http2_ends_the_deadline() throws Exception {
        EmbeddedChannel connection =
                connect("192.0.2.1", tls(), Http2FrameCodecBuilder.forServer().build());
        sendDecrypted(connection, HTTP2 + HTTP2_REQUEST);
        pass(connection, 60);
        assertThat(connection.isOpen()).isTrue();
    }

    /** Returns a handler whose handshake never ends and has no deadline of its own. */
    private static SslHandler tls() throws NoSuchAlgorithmException {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine();
        engine.setUseClientMode(false);
        SslHandler tls = new SslHandler(engine);
        tls.setHandshakeTimeoutMillis(0);
        return tls;
    }

    private static void sendDecrypted(EmbeddedChannel connection, String text) {
        connection
                .pipeline()
                .context(SslHandler.class)
                .fireChannelRead(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
    }

    private static String unfinished(int bytes) {
        String line = "GET / HTTP/1.1\r\nX: ";
        return line + "a".repeat(bytes - line.length());
    }

    /** Accepts a connection whose decoder is there from the start. */
    private EmbeddedChannel connect(String address) {
        return connect(address, new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline()
                        .addLast(GuardedConnections.DECODER, new VertxHttpRequestDecoder(new HttpServerOptions()));
            }
        });
    }

    private EmbeddedChannel connect(String address, ChannelHandler server, ChannelHandler... later) {
        EmbeddedChannel connection = new EmbeddedChannel() {
            @Override
            protected SocketAddress remoteAddress0() {
                return new InetSocketAddress(address, 4_711);
            }
        };
        connection.freezeTime();
        connection
                .pipeline()
                .addLast(new GuardedConnections(listener, limits, server))
                .addLast(later);
        return connection;
    }

    private static void send(EmbeddedChannel connection, String text) {
        if (connection.isOpen()) {
            connection.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
        }
    }

    private static void close(EmbeddedChannel connection) {
        ChannelFuture unused = connection.close();
    }

    private static void pass(EmbeddedChannel connection, int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }
}
