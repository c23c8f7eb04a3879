package io.zizhi.recognition.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** A running worker: one port for pictures, one for health and metrics. */
final class Worker implements AutoCloseable {

    /** Time of a client to send a picture, in seconds; the time to read its answer is added to that of the picture. */
    private static final int SENDING_SECONDS = 10;

    /** Connections that a port keeps open at a time; it closes further ones at once. */
    static final int CONNECTIONS = 256;

    /** Bytes of a request's headers, which are kept before the key is checked: 4 MiB of text at most for a port. */
    private static final int HEADER_BYTES = 16_384;

    private final Readers readers;
    private final ScheduledExecutorService watch;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer pictures;
    private final HttpServer management;

    private Worker(WorkerSettings settings, List<String> reader, WorkerLog log, ScheduledExecutorService watch)
            throws IOException {
        WorkerMetrics metrics = new WorkerMetrics();
        this.watch = watch;
        readers = new Readers(reader, watch, log);
        pictures = server(settings.host(), settings.port());
        pictures.createContext("/v1/recognitions", new PictureHandler(settings, readers, metrics, log));
        management = server(settings.host(), settings.management());
        management.createContext("/q/health/live", exchange -> health(exchange, true));
        management.createContext("/q/health/ready", exchange -> health(exchange, readers.ready() > 0));
        management.createContext(
                "/q/metrics", exchange -> send(exchange, 200, "text/plain; version=0.0.4", metrics.text(readers)));
    }

    /**
     * Starts a worker. Its processes become ready one by one.
     *
     * @param reader command of a process that reads pictures
     */
    static Worker start(WorkerSettings settings, List<String> reader, WorkerLog log) throws IOException {
        return start(settings, reader, log, watch());
    }

    /** Returns a thread that runs delayed actions. It drops cancelled actions, one for each picture. */
    private static ScheduledExecutorService watch() {
        ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("watch").factory());
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }

    /** @param watch runs time-out actions; tests run them themselves */
    static Worker start(WorkerSettings settings, List<String> reader, WorkerLog log, ScheduledExecutorService watch)
            throws IOException {
        System.setProperty("sun.net.httpserver.maxReqTime", Integer.toString(SENDING_SECONDS));
        System.setProperty(
                "sun.net.httpserver.maxRspTime",
                Long.toString(settings.timeout().toSeconds() + 2 * SENDING_SECONDS));
        System.setProperty("sun.net.httpserver.maxReqHeaderSize", Integer.toString(HEADER_BYTES));
        System.setProperty("jdk.httpserver.maxConnections", Integer.toString(CONNECTIONS));
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Worker worker = new Worker(settings, reader, log, watch);
        worker.readers.start(settings.processes());
        worker.pictures.start();
        worker.management.start();
        log.info("Listening on " + settings.host() + ":" + worker.port());
        return worker;
    }

    private HttpServer server(String host, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
        server.setExecutor(threads);
        return server;
    }

    int port() {
        return pictures.getAddress().getPort();
    }

    int managementPort() {
        return management.getAddress().getPort();
    }

    /** Returns the ids of the processes that read pictures. */
    List<Long> processIds() {
        return readers.processIds();
    }

    private static void health(HttpExchange exchange, boolean up) throws IOException {
        String status = up ? "UP" : "DOWN";
        send(exchange, up ? 200 : 503, "application/json", "{\"status\":\"" + status + "\",\"checks\":[]}");
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        pictures.stop(0);
        management.stop(0);
        readers.close();
        watch.shutdownNow();
        threads.shutdownNow();
    }
}
