package io.zizhi.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import io.netty.util.NetUtil;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import io.zizhi.notification.Meanwhile;
import io.zizhi.notification.SelfSignedServer;
import io.zizhi.notification.limits.GivenLimits;
import io.zizhi.notification.limits.NotificationLimits;
import io.zizhi.platform.testkit.ClosedPort;
import io.zizhi.platform.testkit.LocalInfrastructure;
import jakarta.inject.Inject;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                .satisfies(
                        failure -> assertThat(((RequestFailure) failure).next()).isEqualTo(RequestFailure.Next.RETRY));
        try (ClosedPort closed = new ClosedPort()) {
            assertThatThrownBy(() -> post(post, "http://127.0.0.1:" + closed.number() + "/"))
                    .hasMessage("NOT_REACHED");
        }
    }

    @Test
    void times_out_without_an_answer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> post(impatient(), "http://127.0.0.1:" + silent.getLocalPort() + "/"))
                    .isInstanceOf(RequestFailure.class)
                    .satisfies(failure ->
                            assertThat(((RequestFailure) failure).next()).isEqualTo(RequestFailure.Next.RETRY));
        }
    }

    @Test
    void closes_the_connection_after_endless_interim_answers() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Future<Boolean> closed = Meanwhile.start(() -> sendInterimAnswers(listening));
            assertThatThrownBy(() -> post(impatient(), "http://127.0.0.1:" + listening.getLocalPort() + "/"))
                    .isInstanceOf(RequestFailure.class);
            assertThat(closed.get(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Sends interim responses until the client has closed the connection. */
    private static boolean sendInterimAnswers(ServerSocket listening) throws IOException {
        try (Socket client = listening.accept()) {
            readRequest(client);
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

    @ParameterizedTest
    @ValueSource(strings = {"100 Continue", "103 Early Hints"})
    void gives_up_a_receiver_that_sends_many_interim_answers(String interim) throws Exception {
        assertThat(postTo(interim, 5)).isEqualTo(200);
        assertThatThrownBy(() -> postTo(interim, 6)).hasMessage("NOT_REACHED");
    }

    /** Posts to a server that sends that many interim answers before its own. */
    private int postTo(String interim, int answers) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Future<Boolean> served = Meanwhile.start(() -> {
                try (Socket client = listening.accept()) {
                    readRequest(client);
                    String all = ("HTTP/1.1 " + interim + "\r\n\r\n").repeat(answers)
                            + "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
                    client.getOutputStream().write(all.getBytes(StandardCharsets.US_ASCII));
                    return client.getInputStream().read() < 0;
                } catch (SocketException reset) {
                    return true;
                }
            });
            try {
                return post(post, "http://127.0.0.1:" + listening.getLocalPort() + "/");
            } finally {
                assertThat(served.get(30, TimeUnit.SECONDS))
                        .as("connection closed")
                        .isTrue();
            }
        }
    }

    @Test
    void connects_to_the_address_that_was_checked() throws IOException {
        HttpServer server = answering("ok");
        try {
            AtomicInteger lookups = new AtomicInteger();
            PostJson rebound = resolving(host -> {
                boolean first = lookups.getAndIncrement() == 0;
                return Uni.createFrom().item(List.of(address(first ? "127.0.0.1" : "10.0.0.1")));
            });
            String url = "http://rebinding.invalid:" + server.getAddress().getPort() + "/";
            assertThat(answer(rebound, url, TargetOwner.ACCOUNT).body()).isEqualTo("ok");
            assertThat(lookups).as("look-ups of one request").hasValue(1);
            assertThatThrownBy(() -> answer(rebound, url, TargetOwner.ACCOUNT)).hasMessage("ADDRESS_REFUSED");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void refuses_a_host_with_one_forbidden_address() {
        PostJson mixed =
                resolving(host -> Uni.createFrom().item(List.of(address("127.0.0.1"), address("169.254.169.254"))));
        assertThatThrownBy(() -> answer(mixed, "http://mixed.invalid/", TargetOwner.ACCOUNT))
                .hasMessage("ADDRESS_REFUSED");
    }

    @Test
    void urls_of_accounts_do_not_reach_networks_of_staff() throws IOException {
        HttpServer server = answering("secret of the internal network");
        try {
            PostJson separate = posting(
                    new GivenTargets(List.of("127.0.0.0/8"), List.of()),
                    host -> Uni.createFrom().item(List.of(address(host))));
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            assertThat(post(separate, url)).isEqualTo(200);
            assertThatThrownBy(() -> answer(separate, url, TargetOwner.ACCOUNT)).hasMessage("ADDRESS_REFUSED");
            String secure = "https://127.0.0.1:" + server.getAddress().getPort() + "/";
            assertThatThrownBy(() -> answer(separate, secure, TargetOwner.ACCOUNT))
                    .hasMessage("ADDRESS_REFUSED");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void reads_the_beginning_of_an_answer() throws IOException {
        HttpServer server = answering("a\u0000b\n" + "界".repeat(PostJson.ANSWER_BYTES));
        try {
            Answer answer =
                    answer(post, "http://127.0.0.1:" + server.getAddress().getPort() + "/", TargetOwner.STAFF);
            assertThat(answer.body()).startsWith("a\uFFFDb\n界").hasSizeLessThan(400);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void accepts_an_answer_whose_body_never_ends() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Future<Boolean> closed = Meanwhile.start(() -> {
                try (Socket client = listening.accept()) {
                    readRequest(client);
                    client.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun"
                                    .getBytes(StandardCharsets.US_ASCII));
                    return client.getInputStream().read() < 0;
                } catch (SocketException reset) {
                    return true;
                }
            });
            Answer answer = answer(post, "http://127.0.0.1:" + listening.getLocalPort() + "/", TargetOwner.STAFF);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("begun");
            assertThat(closed.get(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Reads a whole request. The client closes a connection on which an answer comes before the request was sent. */
    private static void readRequest(Socket client) throws IOException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n{}") < 0) {
            int next = client.getInputStream().read();
            if (next < 0) {
                throw new EOFException("the request ended early");
            }
            request.append((char) next);
        }
    }

    private static HttpServer answering(String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private PostJson resolving(FindAddress.Lookup lookup) {
        return posting(new GivenTargets(List.of(), List.of("127.0.0.0/8")), lookup);
    }

    private PostJson posting(OutboundConfig config, FindAddress.Lookup lookup) {
        return new PostJson(
                vertx, new FindAddress(new AllowedTargets(config), lookup), limits, new HttpClientOptions());
    }

    private static InetAddress address(String literal) {
        return NetUtil.createInetAddressFromIpAddressString(literal);
    }

    private record GivenTargets(List<String> staff, List<String> accounts) implements OutboundConfig {

        @Override
        public Optional<List<String>> allowedNetworks() {
            return Optional.of(staff);
        }

        @Override
        public Optional<List<String>> accountNetworks() {
            return Optional.of(accounts);
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
        return answer(through, url, TargetOwner.STAFF).status();
    }

    private static Answer answer(PostJson through, String url, TargetOwner owner) {
        return through.post(TargetUrl.parse(url).orElseThrow(), owner, Map.of(), "{}")
                .await()
                .indefinitely();
    }

    /** Returns a client that waits two seconds for an answer. */
    private PostJson impatient() {
        return new PostJson(vertx, find, GivenLimits.of(Map.of("webhooks.timeout", "PT2S")), new HttpClientOptions());
    }

    private PostJson trusting(Path store) {
        PfxOptions trusted = new PfxOptions().setPath(store.toString()).setPassword(SelfSignedServer.PASSWORD);
        return new PostJson(vertx, find, limits, new HttpClientOptions().setTrustOptions(trusted));
    }
}
