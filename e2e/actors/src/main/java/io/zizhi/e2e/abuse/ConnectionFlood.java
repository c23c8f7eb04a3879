package io.zizhi.e2e.abuse;

import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Login;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.Port;
import io.zizhi.local.suite.Suite;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Opens thousands of connections to one port after the other, and finishes no request on any of them: headers without
 * an end, headers and bodies of a byte a second, headers that are too large. Another client asks meanwhile.
 */
public final class ConnectionFlood {

    private static final int CONNECTIONS = 4_000;

    /** How long the connections of one port are held: longer than the other client may wait. */
    private static final int SECONDS = 8;

    private static final String PADDING = "a".repeat(31_000);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int PAUSE_MILLIS = 200;
    private static final int KINDS = 4;
    private static final int OK = 200;

    private final Suite suite;
    private final Addresses addresses;

    /** A service with the path that another account calls, and the path and the type of the attacker's uploads. */
    private record Victim(Service service, String call, String caller, String upload, String type) {}

    private static final List<Victim> VICTIMS = List.of(
            new Victim(
                    Service.QUALIFICATION,
                    "/v1/qualifications?limit=1",
                    "applicant-b",
                    "/v1/qualifications",
                    "application/json"),
            new Victim(
                    Service.DOCUMENT,
                    "/v1/documents?limit=1",
                    "applicant-b",
                    "/v1/documents?kind=BUSINESS_LICENSE",
                    "image/png"),
            new Victim(Service.REVIEW, "/v1/clock/policies", "auditor", "/v1/reviews", "application/json"),
            new Victim(
                    Service.NOTIFICATION,
                    "/v1/notices?limit=1",
                    "applicant-b",
                    "/v1/phone-verifications",
                    "application/json"));

    /**
     * What one flood did.
     *
     * @param liveMillis longest time of a liveness probe meanwhile
     * @param callMillis longest time of a call of the other client meanwhile
     * @param failures calls and probes that were not answered
     * @param readyMillis time from the end of the flood until the service was ready
     */
    public record Row(String port, int asked, long liveMillis, long callMillis, int failures, long readyMillis) {}

    public ConnectionFlood(Suite suite, Addresses addresses) {
        this.suite = suite;
        this.addresses = addresses;
    }

    /** Floods the public, the internal and the management port of each service. */
    public List<Row> run() throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        String attacker = Login.token("applicant-a", addresses);
        for (Victim victim : VICTIMS) {
            int port = suite.port(victim.service());
            String token = Login.token(victim.caller(), addresses);
            rows.add(flood(victim, "public", port, "/", token, attacker));
            rows.add(flood(victim, "internal", Port.internal(port), "/internal/v1/nowhere", token, attacker));
            rows.add(flood(victim, "management", Port.management(port), "/q/health/live", token, attacker));
        }
        return rows;
    }

    /** Returns the largest resident memory of the process of each service so far, in MiB. */
    public String peaks() {
        List<String> lines = new ArrayList<>(List.of("| process | peak resident MiB |", "|---|---|"));
        for (Victim victim : VICTIMS) {
            String module = victim.service().module();
            lines.add("| " + module + " | " + peak(suite.processId(module)) + " |");
        }
        return String.join("\n", lines);
    }

    /** Formats the rows as a Markdown table. */
    public static String summary(List<Row> rows) {
        List<String> lines = new ArrayList<>(List.of(
                "| flooded port | asked | longest liveness ms | longest call ms | not answered | ready after ms |",
                "|---|---|---|---|---|---|"));
        rows.forEach(row -> lines.add(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d |",
                row.port(),
                row.asked(),
                row.liveMillis(),
                row.callMillis(),
                row.failures(),
                row.readyMillis())));
        return String.join("\n", lines);
    }

    private Row flood(Victim victim, String kind, int target, String answered, String token, String attacker)
            throws InterruptedException {
        int port = suite.port(victim.service());
        URI live = uri(Port.management(port), "/q/health/live");
        URI ready = uri(Port.management(port), "/q/health/ready");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        Thread flood = Thread.ofPlatform().start(() -> hold(target, end, victim, attacker));
        AtomicInteger failures = new AtomicInteger();
        int asked = 0;
        long longestLive = 0;
        long longestCall = 0;
        while (flood.isAlive()) {
            longestLive = Math.max(longestLive, millis(failures, () -> ask(live, "") == OK));
            longestCall = Math.max(longestCall, millis(failures, () -> ask(uri(port, victim.call()), token) == OK));
            longestCall = Math.max(longestCall, millis(failures, () -> ask(uri(target, answered), "") > 0));
            asked += 3;
            Crowd.hold(PAUSE_MILLIS);
        }
        flood.join();
        return new Row(
                victim.service().module() + " " + kind,
                asked,
                longestLive,
                longestCall,
                failures.get(),
                millis(failures, () -> becomes(ready)));
    }

    private static void hold(int port, long end, Victim victim, String attacker) {
        URI target = uri(port, "/");
        try {
            Crowd.of(CONNECTIONS, number -> {
                try (HeldConnection connection = HeldConnection.to(target)) {
                    switch (number % KINDS) {
                        case 0 -> connection.send("GET /v1/unfinished HTTP/1.1\r\nHost: x\r\nX-Padding: " + PADDING);
                        case 1 -> trickle(connection, "GET /v1/trickled HTTP/1.1\r\nX-Padding: ", end);
                        case 2 -> oversized(connection);
                        default -> trickle(connection, upload(victim, attacker), end);
                    }
                    Crowd.hold((int) Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
                }
            });
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String upload(Victim victim, String attacker) {
        return "POST " + victim.upload() + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + victim.type()
                + "\r\nContent-Length: 200000\r\nAuthorization: Bearer " + attacker + "\r\n\r\n{";
    }

    private static void trickle(HeldConnection connection, String start, long end) {
        boolean open = connection.send(start);
        while (open && System.nanoTime() < end) {
            Crowd.hold(1_000);
            open = connection.send("x");
        }
    }

    private static void oversized(HeldConnection connection) {
        boolean open = connection.send("GET /v1/oversized HTTP/1.1\r\n");
        for (int part = 0; open && part < 10; part++) {
            open = connection.send("X-Padding: " + PADDING + "\r\n");
        }
    }

    private interface Question {
        boolean isAnswered() throws IOException;
    }

    private static long millis(AtomicInteger failures, Question question) {
        long start = System.nanoTime();
        try {
            if (!question.isAnswered()) {
                failures.incrementAndGet();
            }
        } catch (IOException failed) {
            failures.incrementAndGet();
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static boolean becomes(URI ready) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (ask(ready, "") == OK) {
                    return true;
                }
            } catch (IOException notYet) {
                // Asked again below.
            }
            Crowd.hold(PAUSE_MILLIS);
        }
        return false;
    }

    /** Asks on a new connection; returns the status. */
    private static int ask(URI uri, String token) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout((int) PATIENCE.toMillis());
        connection.setReadTimeout((int) PATIENCE.toMillis());
        connection.setRequestProperty("Connection", "close");
        if (!token.isEmpty()) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        int status = connection.getResponseCode();
        connection.disconnect();
        return status;
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static long peak(long process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException noLinux) {
            return 0;
        }
    }
}
