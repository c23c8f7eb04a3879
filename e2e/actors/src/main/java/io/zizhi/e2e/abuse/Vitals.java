package io.zizhi.e2e.abuse;

import io.zizhi.local.server.Port;
import io.zizhi.local.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The state of a service.
 *
 * @param process the process id; a new id means that the service died and was restarted
 * @param heapBytes heap in use after a collection
 * @param series number of lines in its metrics page
 */
record Vitals(long process, long heapBytes, long series) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** @throws IllegalStateException if the service has ended or no longer returns its metrics */
    static Vitals of(Suite suite, String service) throws InterruptedException {
        long process = suite.processId(service);
        collect(process);
        String page = metrics(suite, service);
        long heap = page.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        long series = page.lines().filter(line -> !line.startsWith("#")).count();
        return new Vitals(process, heap, series);
    }

    private static void collect(long process) throws InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            new ProcessBuilder(jcmd.toString(), Long.toString(process), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException failure) {
            throw new UncheckedIOException("The heap can be measured only with a JDK", failure);
        }
    }

    private static String metrics(Suite suite, String service) throws InterruptedException {
        int port = Port.management(URI.create(suite.url(service)).getPort());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/metrics"))
                .header("Accept", "text/plain")
                .timeout(PATIENCE)
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new IllegalStateException(service + " does not answer", failure);
        }
    }
}
