package io.zizhi.local;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.Service;
import io.zizhi.local.suite.IdentityClient;
import io.zizhi.local.suite.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code ./zizhi reconcile}: lets every service compare its applied events with the published events. */
final class ReconcileCommand {

    /** No event is missing, and two operators have accepted each difference that stays. */
    static final int AGREED = 0;

    /** Events are still missing or ahead, or the comparison failed. */
    static final int DIFFERENT = 1;

    private static final String BODY = "{\"reason\":\"./zizhi reconcile\"}";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Path folder;
    private final IdentityClient identity;
    private final PrintStream out;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ReconcileCommand(Path folder, IdentityClient identity, PrintStream out) {
        this.folder = folder;
        this.identity = identity;
        this.out = out;
    }

    int run() {
        String token = identity.userToken("operator");
        for (Service service : Service.values()) {
            ask(service, request(service, "", token).POST(BodyPublishers.ofString(BODY)));
        }
        List<JsonObject> reports = new ArrayList<>();
        out.printf(
                Locale.ROOT,
                "  %-21s  %-23s %9s %7s %10s %6s %10s %8s%n",
                "service",
                "topic",
                "compared",
                "behind",
                "never seen",
                "ahead",
                "sent again",
                "settled");
        for (Service service : Service.values()) {
            JsonObject report = finished(service, token);
            print(service, report);
            reports.add(report);
        }
        return conclude(reports);
    }

    private int conclude(List<JsonObject> reports) {
        long open = reports.stream()
                .mapToLong(report -> report.get("open").getAsLong())
                .sum();
        boolean whole = reports.stream().allMatch(ReconcileCommand::isWhole);
        if (open == 0 && whole) {
            long accepted = reports.stream()
                    .flatMap(report -> report.getAsJsonArray("topics").asList().stream())
                    .mapToLong(topic -> number(topic.getAsJsonObject(), "accepted"))
                    .sum();
            out.println("\nNothing is missing."
                    + (accepted == 0 ? "" : " Two operators accepted that " + accepted + " aggregates are ahead."));
            return AGREED;
        }
        out.println("\n" + open + " differences remain" + (whole ? "." : ", and the comparison is incomplete.")
                + " What to do: docs/operations.md, Reconciliation");
        return DIFFERENT;
    }

    private static boolean isWhole(JsonObject report) {
        return report.get("state").getAsString().equals("FINISHED")
                && !report.get("truncated").getAsBoolean();
    }

    private JsonObject finished(Service service, String token) {
        while (true) {
            JsonObject report = ask(service, request(service, "/latest", token).GET());
            if (!report.get("state").getAsString().equals("RUNNING")) {
                return report;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalFailure("Interrupted. " + service.module() + " continues the comparison", e);
            }
        }
    }

    private void print(Service service, JsonObject report) {
        for (JsonElement element : report.getAsJsonArray("topics")) {
            JsonObject topic = element.getAsJsonObject();
            out.printf(
                    Locale.ROOT,
                    "  %-21s  %-23s %9d %7d %10d %6d %10d %8d%n",
                    service.module(),
                    topic.get("topic").getAsString(),
                    number(topic, "aggregates"),
                    number(topic, "behind"),
                    number(topic, "neverSeen"),
                    number(topic, "ahead"),
                    number(topic, "resentEvents"),
                    number(topic, "settled"));
        }
        if (report.has("failure")) {
            out.println("  " + service.module() + ": " + report.get("failure").getAsString());
        }
    }

    private static long number(JsonObject topic, String name) {
        return topic.get(name).getAsLong();
    }

    private HttpRequest.Builder request(Service service, String path, String token) {
        int port = Ports.local().running(service, folder);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/operations/reconciliations" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private JsonObject ask(Service service, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new LocalFailure(
                        service.module() + " answered " + response.statusCode() + ": " + response.body());
            }
            return JsonParser.parseString(response.body()).getAsJsonObject();
        } catch (IOException e) {
            throw new LocalFailure(service.module() + " does not answer. Check the parts: ./zizhi status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while waiting for " + service.module(), e);
        }
    }
}
