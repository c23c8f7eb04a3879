package io.zizhi.document.scanning.clamd;

import static io.zizhi.document.testing.ClamdDouble.answer;
import static io.zizhi.document.testing.ClamdDouble.readStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.document.storage.objects.PiecesMother;
import io.zizhi.document.testing.ClamdDouble;
import io.zizhi.document.testing.ClamdDouble.Script;
import io.zizhi.platform.testkit.ClosedPort;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstreamTest {

    /** The largest document. */
    private static final int MAX = 5_242_880;

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void streams_the_whole_document_and_returns_the_answer() throws Exception {
        byte[] document = bytes(MAX);
        CompletableFuture<byte[]> received = new CompletableFuture<>();
        try (ClamdDouble clamd = ClamdDouble.onPort((in, out) -> {
            received.complete(readStream(in));
            answer(out, "stream: OK\0");
        })) {
            assertThat(scan(clamd, document)).isEqualTo("stream: OK");
            assertThat(received.get(1, TimeUnit.MINUTES)).isEqualTo(document);
        }
    }

    @Test
    void reads_an_answer_that_arrives_byte_by_byte() throws IOException {
        try (ClamdDouble clamd = ClamdDouble.onPort((in, out) -> {
            readStream(in);
            for (char letter : "stream: Some.Threat FOUND\0".toCharArray()) {
                answer(out, String.valueOf(letter));
            }
        })) {
            assertThat(scan(clamd, bytes(10))).isEqualTo("stream: Some.Threat FOUND");
        }
    }

    @Test
    void connects_to_a_unix_socket(@TempDir Path folder) throws IOException {
        Path socket = folder.resolve("clamd.socket");
        try (ClamdDouble clamd = ClamdDouble.onSocket(socket, (in, out) -> {
            readStream(in);
            answer(out, "stream: OK\0");
        })) {
            assertThat(clamd).isNotNull();
            assertThat(instream("unix:" + socket, LONG).scan(PiecesMother.of(bytes(10))))
                    .isEqualTo("stream: OK");
        }
    }

    @Test
    void reads_the_size_limit_in_the_middle_of_a_stream() throws IOException {
        try (ClamdDouble clamd = ClamdDouble.onPort((in, out) -> {
            in.skipNBytes(100_000);
            answer(out, "INSTREAM size limit exceeded. ERROR\0");
        })) {
            assertThat(scan(clamd, bytes(MAX))).isEqualTo("INSTREAM size limit exceeded. ERROR");
        }
    }

    @Test
    void distrusts_a_clean_answer_before_the_end() {
        failsWith(IOException.class, bytes(MAX), (in, out) -> {
            in.skipNBytes(100_000);
            answer(out, "stream: OK\0");
        });
    }

    @Test
    void fails_on_a_truncated_answer() {
        failsWith(EOFException.class, bytes(10), (in, out) -> {
            readStream(in);
            answer(out, "stream: OK");
        });
    }

    @Test
    void fails_on_a_closed_connection() {
        failsWith(IOException.class, bytes(MAX), (in, out) -> {});
        failsWith(EOFException.class, bytes(10), (in, out) -> readStream(in));
    }

    @Test
    void fails_on_an_answer_that_never_ends() {
        failsWith(EOFException.class, bytes(10), (in, out) -> {
            readStream(in);
            answer(out, "stream: " + "x".repeat(2_000) + " FOUND\0");
        });
    }

    @Test
    void gives_up_a_slow_answer() {
        failsWith(ClosedChannelException.class, SHORT, bytes(10), (in, out) -> {
            readStream(in);
            assertThat(in.read()).isEqualTo(-1);
        });
    }

    @Test
    void gives_up_a_scanner_that_does_not_read() {
        CountDownLatch end = new CountDownLatch(1);
        failsWith(ClosedChannelException.class, SHORT, bytes(MAX), (in, out) -> end.await());
        end.countDown();
    }

    @Test
    void fails_without_a_scanner() throws IOException {
        try (ClosedPort closed = new ClosedPort()) {
            assertThatThrownBy(
                            () -> instream("127.0.0.1:" + closed.number(), LONG).scan(PiecesMother.of(bytes(10))))
                    .isInstanceOf(ConnectException.class);
        }
    }

    private static void failsWith(Class<? extends IOException> failure, byte[] document, Script script) {
        failsWith(failure, LONG, document, script);
    }

    private static void failsWith(
            Class<? extends IOException> failure, Duration timeout, byte[] document, Script script) {
        try (ClamdDouble clamd = ClamdDouble.onPort(script)) {
            assertThatThrownBy(
                            () -> instream("127.0.0.1:" + clamd.port(), timeout).scan(PiecesMother.of(document)))
                    .isInstanceOf(failure);
        }
    }

    private static String scan(ClamdDouble clamd, byte[] document) throws IOException {
        return instream("127.0.0.1:" + clamd.port(), LONG).scan(PiecesMother.of(document));
    }

    private static Instream instream(String address, Duration timeout) {
        return new Instream(ClamdAddress.parse(address), LONG, timeout);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
