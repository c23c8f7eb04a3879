package io.zizhi.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import io.zizhi.notification.Meanwhile;
import io.zizhi.notification.SelfSignedServer;
import io.zizhi.notification.limits.NotificationLimits;
import io.zizhi.platform.testkit.LocalInfrastructure;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class PostJsonComponentTest {

    @Inject
    PostJson post;

    @Inject
    FindAddress find;

    @Inject
    NotificationLimits limits;

    @Inject
    Vertx vertx;

    @TempDir
    Path folder;

    @Test
    void does_not_follow_redirects() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(post(post, "http://127.0.0.1:" + server.getAddress().getPort() + "/"))
                    .isEqualTo(302);
            assertThat(requests).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[fd00:ec2::254]/",
                "https://[::ffff:192.168.0.1]/",
                "http://1.1.1.1/"
            })
    void refuses_forbidden_addresses_and_public_ones_without_tls(String url) {
        assertThatThrownBy(() -> post(post, url))
                .isInstanceOf(RequestFailure.class)
                .hasMessage("ADDRESS_REFUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://167772161/", "https://0x0a000001/"})
    void refuses_addresses_in_unusual_notation(String url) {
        assertThatThrownBy(() -> post(post, url)).isInstanceOf(RequestFailure.class);
    }

    @Test
    void unknown_hosts_and_closed_ports_are_retried() throws IOException {
        assertThatThrownBy(() -> post(post, "https://nobody.invalid/"))
                .isInstanceOf(RequestFailure.class)
                .satisfies(failure ->
                        assertThat(((RequestFailure) failure).isFinal()).isFalse());
        int closed;
        try (ServerSocket free = new ServerSocket(0)) {
            closed = free.getLocalPort();
        }
        assertThatThrownBy(() -> post(post, "http://127.0.0.1:" + closed + "/")).hasMessage("NOT_REACHED");
    }

    @Test
    void times_out_without_an_answer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> post(post, "http://127.0.0.1:" + silent.getLocalPort() + "/"))
                    .isInstanceOf(RequestFailure.class)
                    .satisfies(failure ->
                            assertThat(((RequestFailure) failure).isFinal()).isFalse());
        }
    }

    @Test
    void closes_the_connection_after_endless_interim_answers() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Future<Boolean> closed = Meanwhile.start(() -> sendInterimAnswers(listening));
            assertThatThrownBy(() -> post(post, "http://127.0.0.1:" + listening.getLocalPort() + "/"))
                    .isInstanceOf(RequestFailure.class);
            assertThat(closed.get(3, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Sends interim responses until the client has closed the connection. */
    private static boolean sendInterimAnswers(ServerSocket listening) throws IOException {
        try (Socket client = listening.accept()) {
            client.setSoTimeout(200);
            while (true) {
                client.getOutputStream().write("HTTP/1.1 103 Early Hints\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                try {
                    if (client.getInputStream().read() < 0) {
                        return true;
                    }
                } catch (SocketTimeoutException stillOpen) {
                    // the pause between two answers
                }
            }
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void verifies_the_certificate_against_the_requested_host_name() throws Exception {
        Path own = SelfSignedServer.store(folder, "localhost");
        Path foreign = SelfSignedServer.store(folder, "elsewhere.example");
        HttpsServer good = SelfSignedServer.serve(own);
        HttpsServer bad = SelfSignedServer.serve(foreign);
        try {
            String goodUrl = "https://localhost:" + good.getAddress().getPort() + "/";
            assertThat(post(trusting(own), goodUrl)).isEqualTo(204);
            assertThatThrownBy(() -> post(post, goodUrl)).hasMessage("NOT_REACHED");
            String badUrl = "https://localhost:" + bad.getAddress().getPort() + "/";
            assertThatThrownBy(() -> post(trusting(foreign), badUrl)).hasMessage("NOT_REACHED");
        } finally {
            good.stop(0);
            bad.stop(0);
        }
    }

    private static int post(PostJson through, String url) {
        return through.post(TargetUrl.parse(url).orElseThrow(), Map.of(), "{}")
                .await()
                .indefinitely();
    }

    private PostJson trusting(Path store) {
        PfxOptions trusted = new PfxOptions().setPath(store.toString()).setPassword(SelfSignedServer.PASSWORD);
        return new PostJson(vertx, find, limits, new HttpClientOptions().setTrustOptions(trusted));
    }
}
