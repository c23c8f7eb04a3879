package io.zizhi.platform.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.platform.testkit.VirtualTicker;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnreadBodyTest {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Without the limits of connections, which need the settings of a service. */
    private final Vertx vertx =
            new VertxBuilder().init().findTransport(new JDKTransport()).vertx();

    private final VirtualTicker ticker = new VirtualTicker();

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    /** The resource pauses the request, so it reports its end only after the answer. */
    @Test
    void keeps_no_answered_request_whose_body_has_ended() throws Exception {
        int port = serve(context -> {
            context.request().pause();
            UnreadBody.dropOnceAnswered(context, 1_000, LONGEST, ticker);
            context.response().end("answered");
        });
        URI address = URI.create("http://127.0.0.1:" + port + "/");
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (HttpRequest request : new HttpRequest[] {
                HttpRequest.newBuilder(address).build(),
                HttpRequest.newBuilder(address)
                        .POST(BodyPublishers.ofString("short"))
                        .build()
            }) {
                assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("answered");
                // Ticks only after the first request's end, because both use one connection and its event loop.
                assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("answered");
                await().until(() -> ticker.actionsWithin(LONGEST) == 0);
            }
        }
    }

    @Test
    void receiver_of_a_body_ends_when_another_answers() throws Exception {
        CompletableFuture<byte[]> received = new CompletableFuture<>();
        int port = serve(context -> {
            UnreadBody.dropOnceAnswered(context, 1_000, LONGEST, ticker);
            BodyLimits patient = new BodyLimits(1_000, Duration.ofHours(1), 1);
            new IncomingBody(context)
                    .receive(patient, IllegalStateException::new)
                    .subscribe()
                    .with(received::complete, received::completeExceptionally);
            context.response().setStatusCode(408).end();
        });
        try (Socket sender = new Socket(InetAddress.getLoopbackAddress(), port)) {
            sender.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab".getBytes(US_ASCII));
            assertThat(received)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableOfType(ExecutionException.class)
                    .withMessageContaining("incomplete");
        }
    }

    private int serve(Handler<RoutingContext> handler) throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(handler);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, SECONDS);
        return server.actualPort();
    }
}
