package io.zizhi.recognition.worker;

import static io.zizhi.recognition.worker.PictureClient.await;
import static io.zizhi.recognition.worker.PictureClient.isError;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker with the real models. */
class ReaderMainTest {

    private static final String FORM = "ID_PORTRAIT";

    /** The number on the specimen, which code has drawn. */
    private static final String ID_NUMBER = "372899197112191482";

    private static Worker worker;
    private static PictureClient client;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        WorkerSettings settings =
                new WorkerSettings("127.0.0.1", 0, 0, PictureClient.KEY, 1, 1, "320m", Duration.ofMinutes(10));
        worker = Worker.start(settings, WorkerMain.reader(settings), new WorkerLog(System.out));
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
    void reads_an_identity_card() throws IOException {
        assertThat(client.read(FORM, specimen()).body())
                .startsWith("{\"form\":\"ID_PORTRAIT\",\"fields\":[{\"name\":\"name\"")
                .contains("{\"name\":\"idNumber\",\"value\":\"" + ID_NUMBER + "\"", "\"confirmed\":true")
                .contains("\"hints\":[],\"colour\":true")
                .containsPattern("\"width\":[1-9][0-9]*,\"height\":[1-9][0-9]*}$");
    }

    @Test
    void refuses_bytes_that_are_no_picture() {
        isError(client.read(FORM, new byte[] {1, 2, 3}), 422, "UNDECODABLE");
    }

    @Test
    void survives_the_end_of_a_process_in_the_middle_of_a_picture() throws Exception {
        byte[] specimen = specimen();
        double before = client.metric("zizhi_recognition_process_starts_total");
        ProcessHandle process = ProcessHandle.of(worker.processIds().getFirst()).orElseThrow();
        // It could otherwise have read the picture before it is killed.
        assertThat(new ProcessBuilder("kill", "-STOP", "" + process.pid())
                        .start()
                        .waitFor())
                .isZero();
        CompletableFuture<HttpResponse<String>> answer = client.send(FORM, PictureClient.KEY, specimen);
        await(() -> client.idle() == 0);
        assertThat(process.destroyForcibly()).isTrue();
        isError(answer.join(), 500, "CRASHED");
        await(() -> client.read(FORM, specimen).body().contains(ID_NUMBER));
        assertThat(client.metric("zizhi_recognition_process_starts_total")).isEqualTo(before + 1);
    }

    @Test
    void a_process_ends_with_its_worker() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), PictureClient.KEY);
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkerMain.class.getName(),
                        "port=0",
                        "management-port=0",
                        "key-file=" + key)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await(() -> started.children().findFirst().isPresent());
        ProcessHandle reader = started.children().findFirst().orElseThrow();
        started.destroyForcibly();
        reader.onExit().orTimeout(2, TimeUnit.MINUTES).join();
    }

    private static byte[] specimen() throws IOException {
        try (InputStream picture =
                Objects.requireNonNull(ReaderMainTest.class.getResourceAsStream("/id-portrait.jpg"))) {
            return picture.readAllBytes();
        }
    }
}
