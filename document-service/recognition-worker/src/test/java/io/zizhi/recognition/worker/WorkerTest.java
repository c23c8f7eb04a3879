package io.zizhi.recognition.worker;

import static io.zizhi.recognition.worker.PictureClient.await;
import static io.zizhi.recognition.worker.PictureClient.isError;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private static final String FORM = "ID_EMBLEM";
    private static final String CRASHED = "zizhi_recognition_pictures_total{outcome=\"crashed\"}";
    private static final String KEYLESS =
            "POST /v1/recognitions?form=ID_EMBLEM HTTP/1.1\r\nHost: worker\r\nContent-Length: 1000000\r\n\r\n";
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private static final ManualWatch WATCH = new ManualWatch();

    private static Worker worker;
    private static PictureClient client;

    @BeforeAll
    static void start() throws IOException {
        WorkerSettings settings = new WorkerSettings("127.0.0.1", 0, 0, PictureClient.KEY, 1, 1, "32m", TIMEOUT);
        worker = Worker.start(settings, ScriptedReader.command(), new WorkerLog(System.out), WATCH);
        client = new PictureClient(worker.port(), worker.managementPort());
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @BeforeEach
    void await_a_free_process() {
        await(() -> client.isReady() && client.idle() == 1);
    }

    @Test
    void has_a_picture_read_by_another_process() {
        HttpResponse<String> answer = read("picture");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"form\":\"ID_EMBLEM\"}");
        assertThat(client.metric("zizhi_recognition_pictures_total{outcome=\"done\"}"))
                .isPositive();
        assertThat(client.metric("zizhi_recognition_memory_bytes")).isPositive();
    }

    @Test
    void refuses_bytes_that_are_no_picture() {
        isError(read(ScriptedReader.UNDECODABLE), 422, "UNDECODABLE");
    }

    @Test
    void replaces_a_process_that_crashes() {
        long before = worker.processIds().getFirst();
        isError(read(ScriptedReader.CRASH), 500, "CRASHED");
        double crashes = client.metric(CRASHED);
        await(() -> read("picture").statusCode() == 200);
        assertThat(worker.processIds()).hasSize(1).doesNotContain(before);
        assertThat(client.metric(CRASHED))
                .as("no further picture meets the process that has ended")
                .isEqualTo(crashes);
    }

    @Test
    void kills_a_process_that_is_stuck() {
        long before = worker.processIds().getFirst();
        CompletableFuture<HttpResponse<String>> answer = hang();
        WATCH.runDelayed();
        isError(answer.join(), 500, "TIMED_OUT");
        await(() -> ProcessHandle.of(before).isEmpty());
        await(() -> read("picture").statusCode() == 200);
    }

    @Test
    void replaces_a_process_that_is_killed_while_idle() {
        long before = worker.processIds().getFirst();
        assertThat(ProcessHandle.of(before).orElseThrow().destroyForcibly()).isTrue();
        await(() -> ProcessHandle.of(before).isEmpty());
        await(() -> read("picture").statusCode() == 200);
    }

    @Test
    void answers_busy_after_reading_the_request() {
        byte[] large = new byte[Frames.LONGEST];
        CompletableFuture<HttpResponse<String>> first = hang();
        await(() -> client.idle() == 0);
        HttpResponse<String> second = client.read(FORM, large);
        isError(second, 503, "BUSY");
        assertThat(second.headers().firstValue("Retry-After")).contains("1");
        WATCH.runDelayed();
        isError(first.join(), 500, "TIMED_OUT");
    }

    @Test
    void refuses_wrong_requests() {
        byte[] picture = "picture".getBytes(UTF_8);
        isError(client.send(FORM, "wrong", picture).join(), 401, "UNAUTHENTICATED");
        isError(client.read("LETTER", picture), 400, "FORM_UNKNOWN");
        isError(client.read(FORM, new byte[Frames.LONGEST + 1]), 413, "TOO_LARGE");
        isError(client.get(FORM), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void refuses_a_caller_without_a_key_before_its_body_arrives() throws IOException {
        try (Socket caller = connect()) {
            caller.getOutputStream().write(KEYLESS.getBytes(UTF_8));
            assertThat(new String(caller.getInputStream().readNBytes(12), UTF_8))
                    .isEqualTo("HTTP/1.1 401");
        }
    }

    @Test
    void closes_a_connection_whose_headers_are_too_large() throws IOException {
        try (Socket caller = connect()) {
            caller.getOutputStream().write(("GET / HTTP/1.1\r\nA: " + "a".repeat(20_000) + "\r\n").getBytes(UTF_8));
            assertThat(isClosed(caller)).isTrue();
        }
    }

    @Test
    void closes_connections_beyond_its_cap() throws IOException {
        List<Socket> callers = new ArrayList<>();
        try {
            for (int opened = 0; opened <= Worker.CONNECTIONS; opened++) {
                callers.add(connect());
            }
            assertThat(isClosed(callers.getLast())).isTrue();
        } finally {
            for (Socket caller : callers) {
                caller.close();
            }
        }
        await(WorkerTest::accepts);
    }

    private static Socket connect() throws IOException {
        Socket caller = new Socket();
        caller.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), worker.port()), 5_000);
        caller.setSoTimeout(5_000);
        return caller;
    }

    private static boolean accepts() {
        try (Socket caller = connect()) {
            caller.getOutputStream().write(KEYLESS.getBytes(UTF_8));
            return caller.getInputStream().read() == 'H';
        } catch (IOException refused) {
            return false;
        }
    }

    /** Reads until the worker closes the connection, or returns false after the socket's time-out. */
    private static boolean isClosed(Socket caller) throws IOException {
        try {
            caller.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static CompletableFuture<HttpResponse<String>> hang() {
        return client.send(FORM, PictureClient.KEY, ScriptedReader.HANG.getBytes(UTF_8));
    }

    private static HttpResponse<String> read(String picture) {
        return client.read(FORM, picture.getBytes(UTF_8));
    }
}
