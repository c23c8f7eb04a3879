package io.zizhi.bench.capacity;

import io.zizhi.bench.site.MeasuredService;
import io.zizhi.e2e.Addresses;
import io.zizhi.local.layout.Progress;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.server.postgres.PostgresServer;
import io.zizhi.local.state.PrivateFiles;
import io.zizhi.local.suite.Infrastructure;
import io.zizhi.local.suite.Infrastructure.Part;
import io.zizhi.local.suite.Parallel;
import io.zizhi.local.suite.Ports;
import io.zizhi.local.suite.Suite;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;

/**
 * A suite as on a server: its services are {@link MeasuredService}s, and PostgreSQL has the buffers of the manifests
 * for Kubernetes. It is removed at the end, unless {@code bench.folder} names a folder, whose stores later runs
 * continue to use.
 */
final class MeasuredSuite implements AutoCloseable {

    private static final String FOLDER = System.getProperty("bench.folder", "");

    /** Limits that one account and one address would reach, and a sweep that would miss the objects of copied rows. */
    private static final Map<Service, Map<String, String>> SETTINGS = Map.of(
            Service.DOCUMENT,
            Map.of(
                    "zizhi.limits.uploads-per-minute", "1000000",
                    "zizhi.limits.unused-documents", "1000000",
                    "zizhi.documents.sweep-delay", "1d"),
            Service.NOTIFICATION,
            Map.of(
                    "zizhi.limits.phone-codes.account", "1000000/PT1H",
                    "zizhi.limits.phone-codes.address", "1000000/PT1H",
                    "zizhi.limits.phone-codes.all", "1000000/PT1H"));

    private final Infrastructure infrastructure;
    private final Map<Service, Integer> ports;

    private MeasuredSuite(Infrastructure infrastructure, Map<Service, Integer> ports) {
        this.infrastructure = infrastructure;
        this.ports = ports;
    }

    /** Starts everything, with new stores or those of an earlier run. */
    static MeasuredSuite start() throws SQLException {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        if (isContinued()) {
            for (Service service : Service.values()) {
                ports.put(service, Ports.local().service(service));
            }
            MeasuredSuite suite = new MeasuredSuite(
                    Infrastructure.start(
                            folder(),
                            Ports.local(),
                            EnumSet.complementOf(EnumSet.of(Part.RECOGNITION)),
                            Progress.silent()),
                    ports);
            suite.startServices();
            return suite;
        }
        Suite small = FOLDER.isEmpty() ? Suite.startForTests() : Suite.start(folder(), Ports.local());
        for (Service service : Service.values()) {
            ports.put(service, small.port(service));
        }
        MeasuredSuite suite = new MeasuredSuite(small.infrastructure(), ports);
        for (Service service : Service.values()) {
            small.stop(service.module());
            suite.configure(service, SETTINGS.getOrDefault(service, Map.of()));
        }
        try (Stores stores = new Stores(suite.infrastructure())) {
            stores.run(Service.REVIEW, "alter system set shared_buffers = '512MB'");
        }
        ServerProcess.running(PostgresServer.NAME, suite.infrastructure.folder())
                .ifPresent(ServerProcess::stop);
        suite.infrastructure.start(Part.POSTGRES);
        suite.startServices();
        return suite;
    }

    /** Starts only the databases of an earlier run. */
    static MeasuredSuite startDatabases() {
        return new MeasuredSuite(
                Infrastructure.start(folder(), Ports.local(), EnumSet.of(Part.POSTGRES), Progress.silent()), Map.of());
    }

    /** Returns whether an earlier run has left its stores. */
    private static boolean isContinued() {
        return !FOLDER.isEmpty() && Files.exists(configuration(folder(), Service.REVIEW));
    }

    private static Path folder() {
        if (FOLDER.isEmpty()) {
            throw new IllegalStateException("Name a folder: -Dbench.folder=…");
        }
        return Path.of(FOLDER).toAbsolutePath();
    }

    private static Path configuration(Path folder, Service service) {
        return folder.resolve("config").resolve(service.module() + "-measured.properties");
    }

    Infrastructure infrastructure() {
        return infrastructure;
    }

    Addresses addresses() {
        return new Addresses(
                address(Service.QUALIFICATION),
                address(Service.DOCUMENT),
                address(Service.REVIEW),
                address(Service.NOTIFICATION),
                URI.create(infrastructure.identity().issuer()));
    }

    private URI address(Service service) {
        return URI.create("http://127.0.0.1:" + port(service));
    }

    private int port(Service service) {
        return ports.getOrDefault(service, service.defaultPort());
    }

    /** Restarts a service with additional settings. */
    void restart(Service service, Map<String, String> settings) {
        ServerProcess.running(service.module(), infrastructure.folder()).ifPresent(ServerProcess::stop);
        configure(service, settings);
        start(service);
    }

    private void startServices() {
        Map<String, Callable<Integer>> steps = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            steps.put(service.module(), () -> start(service).port());
        }
        Parallel.run(steps, Progress.silent());
    }

    private ServerProcess start(Service service) {
        Path folder = infrastructure.folder();
        return MeasuredService.start(service.module(), folder, port(service), configuration(folder, service));
    }

    private void configure(Service service, Map<String, String> settings) {
        Path folder = infrastructure.folder();
        Path given = folder.resolve("config").resolve(service.module() + ".properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(given);
                StringWriter writer = new StringWriter()) {
            properties.load(reader);
            properties.putAll(settings);
            properties.store(writer, "Written for a measurement");
            PrivateFiles.write(configuration(folder, service), writer.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Suite.stop(infrastructure.folder(), Progress.silent());
    }
}
