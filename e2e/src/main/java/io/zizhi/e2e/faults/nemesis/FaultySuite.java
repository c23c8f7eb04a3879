package io.zizhi.e2e.faults.nemesis;

import static java.util.Objects.requireNonNull;

import io.zizhi.e2e.Addresses;
import io.zizhi.local.Ports;
import io.zizhi.local.ProcessControl;
import io.zizhi.local.Service;
import io.zizhi.local.Suite;
import io.zizhi.local.SuiteOptions;
import io.zizhi.local.server.Port;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/**
 * A whole suite on random ports whose every link runs through a {@link FaultProxy}: from the drivers and the services
 * to a service ({@link #front}), and from each service to PostgreSQL, Kafka and S3. Past the proxies lead only
 * {@link #suite()}'s own addresses, by which an audit reads.
 */
public final class FaultySuite implements AutoCloseable {

    /** What a service connects to. */
    public enum Server {
        POSTGRES,
        KAFKA,
        OBJECT_STORE
    }

    /** A consumer that was paused for longer is taken for dead and its partitions go to others; Kafka's least. */
    private static final String SESSION_TIMEOUT = "6000";

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Suite suite;
    private final Ports ports;
    private final Map<Service, FaultProxy> fronts;
    private final Map<Service, FaultProxy> internalFronts;
    private final Map<Service, Map<Server, FaultProxy>> links;
    private final FailPointFiles failPoints;
    private final List<Poison> poison = new CopyOnWriteArrayList<>();
    private final boolean brief;

    private FaultySuite(
            Suite suite,
            Ports ports,
            Map<Service, FaultProxy> fronts,
            Map<Service, FaultProxy> internalFronts,
            Map<Service, Map<Server, FaultProxy>> links,
            FailPointFiles failPoints,
            boolean brief) {
        this.suite = suite;
        this.ports = ports;
        this.fronts = fronts;
        this.internalFronts = internalFronts;
        this.links = links;
        this.failPoints = failPoints;
        this.brief = brief;
    }

    /** Draws a duration at random: at most a second above {@code shortest} in a brief campaign. */
    Duration lasting(RandomGenerator random, Duration shortest, Duration longest) {
        return Pauses.between(random, shortest, brief ? shortest.plus(A_SECOND) : longest);
    }

    /**
     * Starts everything in {@code folder}.
     *
     * @param extraServiceConfig properties that every service gets, such as a clock policy
     * @param brief whether faults last little longer than their minimum
     */
    public static FaultySuite start(Path folder, Map<String, String> extraServiceConfig, boolean brief) {
        Path home = folder.toAbsolutePath().normalize();
        Ports ports = Ports.random();
        FailPointFiles failPoints = new FailPointFiles(home.resolve("fail-points"));
        Map<Service, FaultProxy> fronts = new LinkedHashMap<>();
        Map<Service, FaultProxy> internalFronts = new LinkedHashMap<>();
        Map<Service, Map<Server, FaultProxy>> links = new LinkedHashMap<>();
        Map<Integer, Integer> kafkaListeners = new HashMap<>();
        for (Service service : Service.values()) {
            fronts.put(service, FaultProxy.before(ports.service(service)));
            internalFronts.put(service, FaultProxy.before(Port.internal(ports.service(service))));
            int kafka = Port.free();
            Map<Server, FaultProxy> own = new LinkedHashMap<>();
            own.put(Server.POSTGRES, FaultProxy.before(ports.postgres()));
            own.put(Server.KAFKA, FaultProxy.before(kafka));
            if (service == Service.DOCUMENT) {
                own.put(Server.OBJECT_STORE, FaultProxy.before(ports.objectStore()));
            }
            links.put(service, own);
            kafkaListeners.put(kafka, own.get(Server.KAFKA).port());
        }
        Map<String, Map<String, String>> properties = new LinkedHashMap<>();
        links.forEach((service, own) -> {
            Map<String, String> given = new LinkedHashMap<>(properties(service, own, internalFronts));
            given.put(FailPointFiles.PROPERTY, failPoints.file(service.module()).toString());
            given.putAll(extraServiceConfig);
            properties.put(service.module(), given);
        });
        Suite suite = Suite.start(home, ports, new SuiteOptions(properties, kafkaListeners));
        return new FaultySuite(suite, ports, fronts, internalFronts, links, failPoints, brief);
    }

    private static Map<String, String> properties(
            Service service, Map<Server, FaultProxy> links, Map<Service, FaultProxy> fronts) {
        Map<String, String> properties = new LinkedHashMap<>();
        links.forEach((server, link) -> properties.putAll(properties(service, server, link.port())));
        properties.put("kafka.session.timeout.ms", SESSION_TIMEOUT);
        properties.put("kafka.heartbeat.interval.ms", "1500");
        fronts.forEach(
                (peer, front) -> properties.put("zizhi." + peer.module() + ".url", "http://127.0.0.1:" + front.port()));
        return properties;
    }

    private static Map<String, String> properties(Service service, Server server, int port) {
        String database = "postgresql://127.0.0.1:" + port + "/" + service.word();
        return switch (server) {
            case POSTGRES ->
                Map.of("quarkus.datasource.jdbc.url", "jdbc:" + database, "quarkus.datasource.reactive.url", database);
            case KAFKA -> Map.of("kafka.bootstrap.servers", "127.0.0.1:" + port);
            case OBJECT_STORE -> Map.of("quarkus.minio.port", Integer.toString(port));
        };
    }

    /** The suite behind the proxies. */
    public Suite suite() {
        return suite;
    }

    /** Its processes. */
    public ProcessControl processes() {
        return suite.processes();
    }

    /** Where drivers find the services; it stays the same whatever is started anew. */
    public Addresses addresses() {
        return new Addresses(
                address(Service.QUALIFICATION),
                address(Service.DOCUMENT),
                address(Service.REVIEW),
                address(Service.NOTIFICATION),
                URI.create(suite.infrastructure().identity().issuer()));
    }

    private URI address(Service service) {
        return URI.create("http://127.0.0.1:" + front(service).port());
    }

    /** The proxy in front of {@code service}. */
    public FaultProxy front(Service service) {
        return requireNonNull(fronts.get(service));
    }

    /** The proxy in front of the internal endpoints of {@code service}, through which the other services call it. */
    FaultProxy internalFront(Service service) {
        return requireNonNull(internalFronts.get(service));
    }

    /** The proxy between {@code service} and {@code server}; only document-service has one to S3. */
    public FaultProxy link(Service service, Server server) {
        FaultProxy link = requireNonNull(links.get(service)).get(server);
        if (link == null) {
            throw new IllegalArgumentException(service.module() + " does not talk to " + server);
        }
        return link;
    }

    /** The fail-points of the services. */
    FailPointFiles failPoints() {
        return failPoints;
    }

    /** Every record that was put into a topic to do harm; what was left of them must be exactly these. */
    public List<Poison> poison() {
        return List.copyOf(poison);
    }

    void remember(Poison injected) {
        poison.add(injected);
    }

    /** Links clear, no fail-point armed, everything up. */
    public void heal() {
        fronts.values().forEach(FaultProxy::clear);
        internalFronts.values().forEach(FaultProxy::clear);
        links.values().forEach(own -> own.values().forEach(FaultProxy::clear));
        failPoints.disarmAll();
        fronts.forEach((service, front) -> front.leadTo(port(service)));
        internalFronts.forEach((service, front) -> front.leadTo(Port.internal(port(service))));
        suite.processes().heal();
    }

    /** Where the first instance of {@code service} serves, past its front. */
    int port(Service service) {
        return ports.service(service);
    }

    /** Stops everything; the data stays. */
    @Override
    public void close() {
        ProcessControl.names().forEach(suite.processes()::resume);
        suite.close();
        fronts.values().forEach(FaultProxy::close);
        internalFronts.values().forEach(FaultProxy::close);
        links.values().forEach(own -> own.values().forEach(FaultProxy::close));
    }
}
