package io.zizhi.e2e.metrics;

import io.zizhi.e2e.RunningSuite;
import io.zizhi.local.server.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Prometheus metrics of a service. */
public final class MetricsPage {

    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"");

    private final String text;

    private MetricsPage(String text) {
        this.text = text;
    }

    public static MetricsPage of(String service) {
        int port = URI.create(RunningSuite.get().url(service)).getPort();
        URI uri = URI.create("http://127.0.0.1:" + Port.management(port) + "/q/metrics");
        // HTTP/1.1, as Prometheus uses.
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).header("Accept", "text/plain").build();
            return new MetricsPage(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public String text() {
        return text;
    }

    /** Returns the names of all families, such as {@code outbox_publish_total}. */
    Set<String> names() {
        return text.lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ", -1)[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns {@code counter}, {@code gauge}, {@code histogram} or {@code summary}; empty for an unknown family. */
    String type(String name) {
        return text.lines()
                .filter(line -> line.startsWith("# TYPE " + name + " "))
                .map(line -> line.split(" ", -1)[3])
                .findFirst()
                .orElse("");
    }

    /** Returns the labels of its samples, without the bounds of buckets. */
    Set<String> labels(String name) {
        return samples(name)
                .flatMap(line -> LABEL.matcher(line).results())
                .map(found -> found.group(1))
                .filter(label -> !label.equals("le"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the sum of its samples. */
    public double sum(String name) {
        return samples(name)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private Stream<String> samples(String name) {
        Pattern sample = Pattern.compile(Pattern.quote(name) + "(_bucket|_count|_sum)?[{ ].*");
        return text.lines().filter(line -> sample.matcher(line).matches());
    }
}
