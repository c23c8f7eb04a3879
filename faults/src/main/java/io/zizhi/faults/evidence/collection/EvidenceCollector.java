package io.zizhi.faults.evidence.collection;

import io.zizhi.faults.driver.Canaries;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Page;
import io.zizhi.faults.evidence.Personal;
import io.zizhi.faults.evidence.PolicyTable;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.suite.Poison;
import io.zizhi.faults.suite.Strike;
import io.zizhi.faults.suite.outside.GatewayMessage;
import io.zizhi.faults.suite.outside.ReceivedWebhook;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.Port;
import io.zizhi.local.server.kafka.KafkaUsers;
import io.zizhi.local.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Collects the evidence of a suite at rest directly from its databases, topics and files. */
public final class EvidenceCollector {

    private final Suite suite;

    public EvidenceCollector(Suite suite) {
        this.suite = suite;
    }

    /**
     * @param gateway messages with plain numbers
     * @param orphanAge maximum age of an object without a row, including the sweeper's time
     * @param remindAt the time of day of reminders, in Asia/Shanghai
     */
    public Evidence collect(
            List<Operation> operations,
            List<Poison> poison,
            List<Strike> strikes,
            PolicyTable policies,
            LocalTime remindAt,
            Duration orphanAge,
            Canaries canaries,
            List<GatewayMessage> gateway,
            List<ReceivedWebhook> webhooks) {
        Map<String, Map<String, List<Row>>> tables = new LinkedHashMap<>();
        Service.modules().forEach(service -> tables.put(service, new DatabaseDump(suite.database(service)).tables()));
        Instant now = new DatabaseDump(suite.database(Evidence.REVIEW)).now();
        return new Evidence(
                now,
                operations,
                tables,
                TopicDump.of(suite.infrastructure().kafkaClient(KafkaUsers.TOOLS)),
                BucketDump.of(suite.infrastructure()),
                orphanAge,
                poison,
                strikes,
                policies,
                remindAt,
                pages(),
                new Personal(canaries.names(), canaries.idNumbers(), canaries.phones()),
                new NumberIndex(suite.infrastructure()).applyTo(gateway),
                webhooks);
    }

    private List<Page> pages() {
        List<Page> pages = new ArrayList<>(logs());
        suite.instances().forEach((name, port) -> pages.add(metrics(name, port)));
        return pages;
    }

    private List<Page> logs() {
        try (Stream<Path> files = Files.list(suite.infrastructure().folder().resolve("logs"))) {
            List<Page> pages = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                pages.add(new Page(
                        file.getFileName().toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
            }
            return pages;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Page metrics(String instance, int port) {
        URI uri = URI.create("http://127.0.0.1:" + Port.management(port) + "/q/metrics");
        // The JDK's own upgrade to HTTP/2 loses bytes of long responses.
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            String text = http.send(
                            HttpRequest.newBuilder(uri)
                                    .timeout(Duration.ofMinutes(2))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return new Page("metrics of " + instance, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }
}
