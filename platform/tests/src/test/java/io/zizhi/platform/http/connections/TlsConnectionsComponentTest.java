package io.zizhi.platform.http.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.vertx.http.runtime.VertxHttpBuildTimeConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.options.HttpServerOptionsUtils;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.zizhi.local.state.Certificates;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits on a port with TLS and HTTP/2, opened as Quarkus and {@code InternalListener} open theirs. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class TlsConnectionsComponentTest {

    /** A negative port that no other server of this process shares. */
    private static final int ANY_FREE = -9;

    /** The default of {@code zizhi.limits.connections-per-address}. */
    private static final int PLACES = 256;

    /** The largest JSON bodies in a quarter of {@code zizhi.limits.request-bytes}, with their headers. */
    private static final int BODIES = 15;

    /** More than the server drops of a body that nobody reads. */
    private static final int UNREAD_BYTES = 22 * 1024 * 1024;

    @Inject
    Vertx vertx;

    @Inject
    VertxHttpBuildTimeConfig buildTime;

    @Inject
    TlsConfigurationRegistry registry;

    /** Shared, because a certificate takes a second. */
    @TempDir
    static Path folder;

    private HttpServer server;
    private HttpClient client;

    @BeforeEach
    void open() throws Exception {
        Certificates.create(folder);
        Certificates certificates = Certificates.of(folder).orElseThrow();
        VertxHttpConfig http = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(sources())
                .withDefaultValue(
                        "quarkus.http.ssl.certificate.key-store-file",
                        certificates.keyStore().toString())
                .withDefaultValue("quarkus.http.ssl.certificate.key-store-password", certificates.password())
                .withMapping(VertxHttpConfig.class)
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(VertxHttpConfig.class);
        server = vertx.createHttpServer(
                        HttpServerOptionsUtils.createSslOptions(buildTime, http, LaunchMode.TEST, List.of(), registry)
                                .setHost("127.0.0.1")
                                .setPort(ANY_FREE))
                .requestHandler(VertxHttpRecorder.getRootHandler())
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        client = HttpClient.newBuilder().sslContext(certificates.trust()).build();
    }

    private static List<ConfigSource> sources() {
        List<ConfigSource> sources = new ArrayList<>();
        ConfigProvider.getConfig().getConfigSources().forEach(sources::add);
        return sources;
    }

    @AfterEach
    void close() throws Exception {
        client.shutdownNow();
        server.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void refuses_large_headers_of_one_request_only() throws Exception {
        HttpRequest.Builder many = request("/v1/tallies/page");
        for (int header = 0; header < 101; header++) {
            many.header("x-" + header, "a");
        }
        HttpResponse<String> refused = client.send(many.build(), BodyHandlers.ofString());
        assertThat(refused.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(refused.statusCode()).isEqualTo(431);
        assertThat(refused.body()).contains("HEADERS_TOO_LARGE");
        HttpRequest large =
                request("/v1/tallies/page").header("x", "a".repeat(8_193)).build();
        // Vert.x answers 431 and resets the stream; the client reports whichever it sees first.
        assertThat(client.sendAsync(large, BodyHandlers.ofString())
                        .handle((answer, reset) -> reset == null ? answer.statusCode() : 431)
                        .join())
                .isEqualTo(431);
        assertThat(status("/v1/tallies/page")).isEqualTo(200);
    }

    /** The client shows an answer only when it has sent the body or the server has reset the stream, ten seconds later. */
    @Test
    @Tag("long")
    void refuses_slow_and_too_many_bodies() throws Exception {
        HttpRequest unfinished = request("/v1/tallies")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Tokens.of("applicant-a"))
                .POST(BodyPublishers.fromPublisher(receiver -> receiver.onSubscribe(new Nothing())))
                .build();
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int body = 0; body <= BODIES; body++) {
            answers.add(client.sendAsync(unfinished, BodyHandlers.ofString()).thenApply(HttpResponse::statusCode));
        }
        HttpRequest endless = request("/v1/nowhere")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[UNREAD_BYTES])))
                .build();
        assertThat(client.send(endless, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
        List<Integer> statuses =
                answers.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(statuses.subList(0, BODIES)).containsOnly(408);
        assertThat(statuses.getLast()).isEqualTo(429);
        assertThat(status("/v1/tallies/page")).isEqualTo(200);
    }

    @Test
    void one_address_gets_only_its_places() throws Exception {
        List<Socket> opened = new ArrayList<>();
        try {
            for (int place = 0; place <= PLACES; place++) {
                Socket socket = new Socket();
                opened.add(socket);
                socket.bind(new InetSocketAddress("127.0.0.2", 0));
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.actualPort()));
            }
            opened.getLast().setSoTimeout(5_000);
            assertThat(opened.getLast().getInputStream().read()).isNegative();
            assertThat(status("/v1/tallies/page")).isEqualTo(200);
        } finally {
            for (Socket socket : opened) {
                socket.close();
            }
        }
    }

    private int status(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.actualPort() + path));
    }

    /** A body that never arrives. */
    private static final class Nothing implements Flow.Subscription {

        @Override
        public void request(long count) {
            // Never.
        }

        @Override
        public void cancel() {
            // Nothing to end.
        }
    }
}
