package io.zizhi.platform.operations.audit.anchor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.minio.MinioClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An S3 server with one bucket, as far as anchors and their attackers need it: versions, delete markers, object lock in
 * mode COMPLIANCE, and conditional writes. It talks to an unmodified S3 client and checks no signatures; the embedded S3
 * server of the suite does that, but knows no object lock.
 */
final class LockingServer implements AutoCloseable {

    static final String BUCKET = "anchors";

    private static final String MODE = "x-amz-object-lock-mode";
    private static final String UNTIL = "x-amz-object-lock-retain-until-date";

    private static final DateTimeFormatter NANOSECONDS =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final HttpServer server;
    private final MinioClient client;
    private final NavigableMap<String, List<Version>> objects = new TreeMap<>();
    private Clock clock = Clock.systemUTC();
    private boolean locking = true;
    private boolean versioned = true;
    private boolean conditional = true;
    private boolean keepsLocks = true;
    private boolean losesAnswers;
    private boolean hidesVersioning;
    private boolean down;
    private int page = 1_000;
    private int versions;
    private int requests;

    /** A version, or a delete marker without content. The newest one of an object is the first. */
    private record Version(
            String id, @Nullable String content, @Nullable String mode, Instant until) {}

    LockingServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::serve);
        server.start();
        client = MinioClient.builder()
                .endpoint(endpoint())
                .region("us-east-1")
                .credentials("access", "secret-key")
                .build();
    }

    /** The bucket was created without object lock. */
    LockingServer withoutLock() {
        locking = false;
        return this;
    }

    LockingServer withoutVersions() {
        versioned = false;
        return this;
    }

    /** Ignores {@code If-None-Match}, as older servers do. */
    LockingServer withoutConditions() {
        conditional = false;
        return this;
    }

    /** Accepts the lock of an object and does not keep it. */
    LockingServer withoutKeptLocks() {
        keepsLocks = false;
        return this;
    }

    /** Stores an object and answers as it does when the client then repeats its request. */
    LockingServer losingAnswers() {
        losesAnswers = true;
        return this;
    }

    LockingServer withoutReadableVersioning() {
        hidesVersioning = true;
        return this;
    }

    LockingServer withPagesOf(int entries) {
        page = entries;
        return this;
    }

    LockingServer at(Clock other) {
        clock = other;
        return this;
    }

    void goDown() {
        down = true;
    }

    synchronized List<String> objects() {
        return List.copyOf(objects.keySet());
    }

    /** Returns the id of the oldest version. */
    synchronized String oldest(String object) {
        return objects.getOrDefault(object, List.of()).getLast().id();
    }

    synchronized int requests() {
        return requests;
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the client of somebody who may do everything that S3 lets the owner of a bucket do. */
    MinioClient client() {
        return client;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        requests++;
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> query = query(exchange);
        String[] path = exchange.getRequestURI().getPath().split("/", 3);
        String key = path.length < 3 ? "" : path[2];
        if (down) {
            error(exchange, 503, "ServiceUnavailable");
        } else if (!path[1].equals(BUCKET)) {
            error(exchange, 404, "NoSuchBucket");
        } else if (key.isEmpty()) {
            ofBucket(exchange, query);
        } else {
            switch (exchange.getRequestMethod()) {
                case "PUT" -> put(exchange, key, body);
                case "DELETE" -> delete(exchange, key, query.get("versionId"));
                default -> get(exchange, key, query.get("versionId"));
            }
        }
    }

    private void ofBucket(HttpExchange exchange, Map<String, String> query) throws IOException {
        if (query.containsKey("object-lock")) {
            if (locking) {
                answer(exchange, 200, xml("ObjectLockConfiguration", "<ObjectLockEnabled>Enabled</ObjectLockEnabled>"));
            } else {
                error(exchange, 404, "ObjectLockConfigurationNotFoundError");
            }
        } else if (query.containsKey("versioning") && hidesVersioning) {
            error(exchange, 403, "AccessDenied");
        } else if (query.containsKey("versioning")) {
            String status = versioned ? "Enabled" : "Suspended";
            answer(exchange, 200, xml("VersioningConfiguration", "<Status>" + status + "</Status>"));
        } else if (query.containsKey("versions")) {
            list(exchange, query);
        } else {
            error(exchange, 501, "NotImplemented");
        }
    }

    private void put(HttpExchange exchange, String key, byte[] content) throws IOException {
        List<Version> known = objects.computeIfAbsent(key, absent -> new ArrayList<>());
        boolean exists = !known.isEmpty() && known.getFirst().content() != null;
        if (conditional && exists && exchange.getRequestHeaders().containsKey("If-None-Match")) {
            error(exchange, 412, "PreconditionFailed");
            return;
        }
        String until = exchange.getRequestHeaders().getFirst(UNTIL);
        boolean locked = keepsLocks && until != null;
        Version version = new Version(
                "v" + ++versions,
                new String(content, StandardCharsets.UTF_8),
                locked ? exchange.getRequestHeaders().getFirst(MODE) : null,
                locked ? Instant.parse(until) : LONG_AGO);
        known.addFirst(version);
        if (losesAnswers) {
            error(exchange, 412, "PreconditionFailed");
            return;
        }
        exchange.getResponseHeaders().set("x-amz-version-id", version.id());
        exchange.getResponseHeaders().set("ETag", "\"" + version.id() + "\"");
        answer(exchange, 200, "");
    }

    private void delete(HttpExchange exchange, String key, @Nullable String id) throws IOException {
        List<Version> known = objects.getOrDefault(key, new ArrayList<>());
        if (id == null) {
            known.addFirst(new Version("v" + ++versions, null, null, LONG_AGO));
        } else if (known.stream()
                .anyMatch(version -> version.id().equals(id) && version.until().isAfter(clock.instant()))) {
            error(exchange, 403, "AccessDenied");
            return;
        } else {
            known.removeIf(version -> version.id().equals(id));
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private void get(HttpExchange exchange, String key, @Nullable String id) throws IOException {
        Optional<Version> found = objects.getOrDefault(key, List.of()).stream()
                .filter(version -> id == null || version.id().equals(id))
                .findFirst()
                .filter(version -> version.content() != null);
        if (found.isEmpty()) {
            error(exchange, 404, "NoSuchKey");
            return;
        }
        Version version = found.get();
        byte[] content = String.valueOf(version.content()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("x-amz-version-id", version.id());
        exchange.getResponseHeaders().set("ETag", "\"" + version.id() + "\"");
        exchange.getResponseHeaders().set("Last-Modified", "Sun, 29 Nov 2026 03:20:00 GMT");
        if (version.mode() != null) {
            exchange.getResponseHeaders().set(MODE, version.mode());
            // in nanoseconds, as Ceph does
            exchange.getResponseHeaders().set(UNTIL, NANOSECONDS.format(version.until()));
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    /** Lists versions behind {@code key-marker} and {@code version-id-marker}, or the folders of the first level. */
    private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
        String prefix = query.getOrDefault("prefix", "");
        String after = query.getOrDefault("key-marker", "");
        String afterVersion = query.getOrDefault("version-id-marker", "");
        StringBuilder entries = new StringBuilder();
        if (query.getOrDefault("delimiter", "").equals("/")) {
            objects.keySet().stream()
                    .filter(key -> key.startsWith(prefix) && key.indexOf('/', prefix.length()) > 0)
                    .map(key -> key.substring(0, key.indexOf('/', prefix.length()) + 1))
                    .distinct()
                    .forEach(folder ->
                            entries.append("<CommonPrefixes><Prefix>" + folder + "</Prefix></CommonPrefixes>"));
            answer(exchange, 200, xml("ListVersionsResult", listed(false) + entries));
            return;
        }
        int left = Math.min(page, Integer.parseInt(query.getOrDefault("max-keys", "1000")));
        String last = "";
        String lastVersion = "";
        boolean truncated = false;
        for (var each : objects.tailMap(after, !afterVersion.isEmpty()).entrySet()) {
            if (!each.getKey().startsWith(prefix)) {
                continue;
            }
            boolean behind = !each.getKey().equals(after);
            for (Version version : each.getValue()) {
                if (!behind) {
                    behind = version.id().equals(afterVersion);
                    continue;
                }
                if (left-- == 0) {
                    truncated = true;
                    break;
                }
                last = each.getKey();
                lastVersion = version.id();
                entries.append(entry(last, version, each.getValue().getFirst().equals(version)));
            }
            if (truncated) {
                break;
            }
        }
        String next = truncated
                ? "<NextKeyMarker>" + last + "</NextKeyMarker><NextVersionIdMarker>" + lastVersion
                        + "</NextVersionIdMarker>"
                : "";
        answer(exchange, 200, xml("ListVersionsResult", listed(truncated) + next + entries));
    }

    private static String listed(boolean truncated) {
        return "<Name>" + BUCKET + "</Name><Prefix/><KeyMarker/><MaxKeys>1000</MaxKeys><IsTruncated>" + truncated
                + "</IsTruncated>";
    }

    private static String entry(String key, Version version, boolean latest) {
        String common =
                "<Key>%s</Key><VersionId>%s</VersionId><IsLatest>%s</IsLatest>".formatted(key, version.id(), latest)
                        + "<LastModified>2026-11-29T03:20:00.000Z</LastModified>";
        return version.content() == null
                ? "<DeleteMarker>" + common + "</DeleteMarker>"
                : "<Version>%s<ETag>\"%s\"</ETag><Size>%d</Size><StorageClass>STANDARD</StorageClass></Version>"
                        .formatted(common, version.id(), version.content().length());
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        Stream.ofNullable(exchange.getRequestURI().getRawQuery())
                .flatMap(raw -> Stream.of(raw.split("&", -1)))
                .map(each -> each.split("=", 2))
                .forEach(each ->
                        query.put(each[0], each.length == 1 ? "" : URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
        return query;
    }

    private static String xml(String root, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><" + root
                + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + content + "</" + root + ">";
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        String error = "<Code>" + code + "</Code><Message>" + code + "</Message><RequestId>1</RequestId>";
        answer(exchange, status, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error>" + error + "</Error>");
    }

    private static void answer(HttpExchange exchange, int status, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        boolean empty = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
        if (!empty) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
