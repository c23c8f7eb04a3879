package io.zizhi.local.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Checks whether a starting server is ready. */
@FunctionalInterface
public interface Probe {

    /** Returns empty when the server on {@code port} is ready, otherwise the problem. */
    String answer(int port);

    /** Returns a probe that is ready when {@code GET path} answers {@code status}. */
    static Probe http(String path, int status) {
        return port -> {
            try {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(10))
                        .build();
                int answered =
                        Http.CLIENT.send(request, BodyHandlers.discarding()).statusCode();
                return answered == status ? "" : "GET " + request.uri() + " answers " + answered;
            } catch (IOException e) {
                return "nothing answers on port " + port;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "interrupted";
            }
        };
    }

    /** The HTTP client that all probes share. */
    final class Http {
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();

        private Http() {}
    }
}
