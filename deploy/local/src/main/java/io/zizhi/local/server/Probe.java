package io.zizhi.local.server;

import io.zizhi.local.state.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** Checks whether a starting server is ready. */
@FunctionalInterface
public interface Probe {

    /** Returns empty when the server on {@code port} is ready, otherwise the problem. */
    String answer(int port);

    /** Returns a probe that is ready when {@code GET path} answers {@code status}. */
    static Probe http(String path, int status) {
        return http("http", Http.CLIENT, path, status);
    }

    /** Returns a probe that is ready when the port accepts a connection. */
    static Probe listening() {
        return port -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return "";
            } catch (IOException e) {
                return "nothing listens on port " + port;
            }
        };
    }

    /** As above, for a server of the installation in {@code folder}, which may use TLS. */
    static Probe http(Path folder, String path, int status) {
        return http(Certificates.scheme(folder), Http.builder(folder).build(), path, status);
    }

    private static Probe http(String scheme, HttpClient client, String path, int status) {
        return port -> {
            try {
                HttpRequest request = HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(10))
                        .build();
                int answered = client.send(request, BodyHandlers.discarding()).statusCode();
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
        static final HttpClient CLIENT = builder().build();

        private static HttpClient.Builder builder() {
            return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
        }

        private static HttpClient.Builder builder(Path folder) {
            HttpClient.Builder builder = builder();
            Certificates.of(folder).ifPresent(certificates -> builder.sslContext(certificates.trust()));
            return builder;
        }

        private Http() {}
    }
}
