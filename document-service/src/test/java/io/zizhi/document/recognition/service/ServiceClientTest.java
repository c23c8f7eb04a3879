package io.zizhi.document.recognition.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.zizhi.document.recognition.RecognitionConfig;
import io.zizhi.document.recognition.RecognitionForm;
import io.zizhi.document.recognition.service.ServiceAnswer.Answered;
import io.zizhi.document.recognition.service.ServiceAnswer.Broken;
import io.zizhi.document.recognition.service.ServiceAnswer.Late;
import io.zizhi.document.recognition.service.ServiceAnswer.NotReached;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.document.storage.objects.PiecesMother;
import io.zizhi.platform.testkit.ClosedPort;
import io.zizhi.platform.testkit.VirtualTicker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client against servers that behave as none should. */
class ServiceClientTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final byte[] PICTURE = new byte[5 * 1024 * 1024];
    private static final String BEGINNING = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ";

    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final VirtualTicker ticker = new VirtualTicker();

    /** What a server does with a connection. */
    private interface Script {
        void play(InputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    @AfterEach
    void close() {
        over.countDown();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void sends_the_whole_picture_and_reads_the_answer() {
        ServiceAnswer answer = answerOf((in, out) -> {
            int length = readPicture(in);
            write(out, BEGINNING + Integer.toString(length).length() + "\r\n\r\n" + length);
        });
        assertThat(answer).isEqualTo(new Answered(200, null, Integer.toString(PICTURE.length)));
    }

    @Test
    void waits_no_longer_for_the_request_than_its_time_out() {
        assertIsLate((in, out) -> {
            in.readNBytes(1);
            reached.countDown();
            over.await();
        });
    }

    @Test
    void waits_no_longer_for_the_answer_than_its_time_out() {
        assertIsLate((in, out) -> {
            readPicture(in);
            reached.countDown();
            over.await();
        });
    }

    /** Each byte keeps the connection busy, but not the request. */
    @Test
    void gives_a_dripping_answer_up() {
        assertIsLate((in, out) -> {
            readPicture(in);
            write(out, BEGINNING + "1000\r\n\r\n");
            while (over.getCount() > 0) {
                write(out, " ");
                reached.countDown();
                over.await(50, TimeUnit.MILLISECONDS);
            }
        });
    }

    @Test
    void reports_a_broken_connection() {
        assertThat(answerOf((in, out) -> readPicture(in))).isEqualTo(new Broken());
        assertThat(answerOf((in, out) -> {
                    readPicture(in);
                    write(out, BEGINNING + "1000\r\n\r\n{\"form\":");
                }))
                .isEqualTo(new Broken());
        assertThat(answerOf((in, out) -> {
                    readPicture(in);
                    write(out, "no HTTP\r\n\r\n");
                }))
                .isEqualTo(new Broken());
    }

    @Test
    void reads_a_bounded_answer() {
        assertThat(answerOf((in, out) -> {
                    readPicture(in);
                    write(out, BEGINNING + "100000000\r\n\r\n");
                    byte[] piece = new byte[64 * 1024];
                    while (over.getCount() > 0) {
                        out.write(piece);
                    }
                }))
                .isEqualTo(new Answered(200, null, null));
    }

    @Test
    void follows_no_redirect_and_reads_the_wait() {
        assertThat(answerOf((in, out) -> {
                    readPicture(in);
                    write(out, "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
                }))
                .isEqualTo(new Answered(302, null, ""));
        assertThat(answerOf((in, out) -> {
                    readPicture(in);
                    write(out, "HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n");
                }))
                .isEqualTo(new Answered(503, Duration.ofSeconds(7), ""));
    }

    @Test
    void knows_that_nothing_was_sent() throws IOException {
        try (ClosedPort closed = new ClosedPort()) {
            assertThat(post(closed.number(), answer -> {})).isEqualTo(new NotReached());
        }
    }

    /** Lets the time-out pass once the server has been reached, and not before. */
    private void assertIsLate(Script script) {
        assertThat(answerOf(script, answer -> {
                    assertThat(reached.await(1, TimeUnit.MINUTES)).isTrue();
                    ticker.advance(TIMEOUT.minusNanos(1));
                    assertThat(answer).isNotDone();
                    ticker.advance(Duration.ofNanos(1));
                }))
                .isEqualTo(new Late());
    }

    private ServiceAnswer answerOf(Script script) {
        return answerOf(script, answer -> {});
    }

    private ServiceAnswer answerOf(Script script, ThrowingConsumer<CompletableFuture<ServiceAnswer>> meanwhile) {
        try (ServerSocket entrance = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(entrance, script));
            return post(entrance.getLocalPort(), meanwhile);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ServiceAnswer post(int port, ThrowingConsumer<CompletableFuture<ServiceAnswer>> meanwhile) {
        ServiceClient client = new ServiceClient(vertx, config(port), ticker);
        try {
            CompletableFuture<ServiceAnswer> answer = client.post(
                            RecognitionForm.ID_EMBLEM, FileFormat.JPEG, PiecesMother.of(PICTURE))
                    .subscribeAsCompletionStage();
            meanwhile.accept(answer);
            return answer.orTimeout(1, TimeUnit.MINUTES).join();
        } finally {
            client.close();
        }
    }

    private RecognitionConfig config(int port) {
        return new SmallRyeConfigBuilder()
                .withMapping(RecognitionConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "zizhi.document.recognition.url",
                                "http://127.0.0.1:" + port + "/v1",
                                "zizhi.document.recognition.key",
                                "key-of-the-test",
                                "zizhi.document.recognition.timeout",
                                TIMEOUT.toString()),
                        "test",
                        100))
                .build()
                .getConfigMapping(RecognitionConfig.class);
    }

    private static void serve(ServerSocket entrance, Script script) {
        try (Socket connection = entrance.accept()) {
            script.play(connection.getInputStream(), connection.getOutputStream());
        } catch (IOException | InterruptedException gone) {
            // The client has closed the connection.
        }
    }

    /** Reads head and body of a request; returns the length of the body. */
    private static int readPicture(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        assertThat(head)
                .startsWith("POST /v1/recognitions?form=ID_EMBLEM HTTP/1.1\r\n")
                .containsIgnoringCase("authorization: Bearer key-of-the-test\r\n")
                .containsIgnoringCase("content-length: " + PICTURE.length + "\r\n");
        return in.readNBytes(PICTURE.length).length;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }
}
