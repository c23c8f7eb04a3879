package io.zizhi.recognition.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Sends pictures to a worker, as document-service does. */
final class PictureClient {

    static final String KEY = "key-of-the-worker-test";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final int managementPort;

    PictureClient(int port, int managementPort) {
        this.port = port;
        this.managementPort = managementPort;
    }

    HttpResponse<String> read(String form, byte[] picture) {
        return send(form, KEY, picture).join();
    }

    CompletableFuture<HttpResponse<String>> send(String form, String key, byte[] picture) {
        return send(request(form, key)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(picture)))
                .build());
    }

    HttpResponse<String> get(String form) {
        return send(request(form, KEY).build()).join();
    }

    private HttpRequest.Builder request(String form, String key) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/recognitions?form=" + form))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "image/jpeg");
    }

    boolean isReady() {
        return manage("/q/health/ready").statusCode() == 200;
    }

    double metric(String sample) {
        return manage("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(sample + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the number of processes that wait for a picture. One is given back after its answer. */
    double idle() {
        return metric("zizhi_recognition_processes_idle");
    }

    private HttpResponse<String> manage(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
                        .build())
                .join();
    }

    private static CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
        return HTTP.sendAsync(request, BodyHandlers.ofString());
    }

    static void isError(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"code\":\"" + code + "\"}");
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
