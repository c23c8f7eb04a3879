package io.zizhi.faults.suite;

import static java.util.Objects.requireNonNull;

import io.zizhi.e2e.Addresses;
import io.zizhi.local.layout.Programs;
import io.zizhi.local.layout.Replica;
import io.zizhi.local.layout.Service;
import io.zizhi.local.layout.SuiteOptions;
import io.zizhi.local.server.Port;
import io.zizhi.local.suite.Ports;
import io.zizhi.local.suite.ProcessControl;
import io.zizhi.local.suite.Suite;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A whole suite on random ports with a {@link FaultProxy} on every link. Drivers and services reach a service through
 * its {@link #front}, where its instances take turns. Each instance reaches PostgreSQL, Kafka and S3 through its own
 * proxies. Only {@link #suite()}'s own addresses bypass the proxies; the audit uses them.
 */
public final class FaultySuite implements AutoCloseable {

    /** A server that services connect to. */
    public enum Server {
        POSTGRES,
        KAFKA,
        OBJECT_STORE
    }

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Suite suite;
    private final List<Instance> instances;
    private final List<Replica> further;
    private final Map<Service, FaultProxy> fronts;
    private final Map<Service, FaultProxy> internalFronts;
    private final Map<String, Map<Server, FaultProxy>> links;
    private final FailPointFiles failPoints;
    private final List<Poison> poison = new CopyOnWriteArrayList<>();
    private final boolean brief;

    private FaultySuite(
            Suite suite,
            List<Instance> instances,
            List<Replica> further,
            Map<Service, FaultProxy> fronts,
            Map<Service, FaultProxy> internalFronts,
            Map<String, Map<Server, FaultProxy>> links,
            FailPointFiles failPoints,
            boolean brief) {
        this.suite = suite;
        this.instances = List.copyOf(instances);
        this.further = List.copyOf(further);
        this.fronts = fronts;
        this.internalFronts = internalFronts;
        this.links = links;
        this.failPoints = failPoints;
        this.brief = brief;
    }

    /** Draws a random duration; in a brief campaign, at most a second longer than {@code shortest}. */
    public Duration lasting(RandomGenerator random, Duration shortest, Duration longest) {
        return Pauses.between(random, shortest, brief ? shortest.plus(A_SECOND) : longest);
    }

    /**
     * Starts everything in {@code folder}.
     *
     * @param settings additional settings of each service, such as a clock policy
     * @param replicas how many instances each service has
     * @param brief whether faults last little longer than their minimum
     * @param programs the version of the services; empty for this source tree
     */
    public static FaultySuite start(
            Path folder,
            Function<Service, Map<String, String>> settings,
            int replicas,
            boolean brief,
            Optional<Programs> programs) {
        Path home = folder.toAbsolutePath().normalize();
        Ports ports = Ports.random();
        FailPointFiles failPoints = new FailPointFiles(home.resolve("fail-points"));
        List<Instance> instances = instances(ports, replicas);
        Map<Service, FaultProxy> fronts = new LinkedHashMap<>();
        Map<Service, FaultProxy> internalFronts = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            List<Integer> own = ports(instances, service);
            fronts.put(service, FaultProxy.before(own));
            internalFronts.put(
                    service, FaultProxy.before(own.stream().map(Port::internal).toList()));
        }
        Map<String, Map<Server, FaultProxy>> links = new LinkedHashMap<>();
        Map<Integer, Integer> kafkaListeners = new HashMap<>();
        Map<String, Map<String, String>> properties = new LinkedHashMap<>();
        List<Replica> further = new ArrayList<>();
        for (Instance instance : instances) {
            Service service = instance.service();
            int kafka = Port.free();
            Map<Server, FaultProxy> own = new LinkedHashMap<>();
            own.put(Server.POSTGRES, FaultProxy.before(ports.postgres()));
            own.put(Server.KAFKA, FaultProxy.before(kafka));
            if (service == Service.DOCUMENT) {
                own.put(Server.OBJECT_STORE, FaultProxy.before(ports.objectStore()));
            }
            links.put(instance.name(), own);
            kafkaListeners.put(kafka, own.get(Server.KAFKA).port());
            Map<String, String> given = new LinkedHashMap<>(properties(service, own, internalFronts));
            // one file for all instances of a service: the first one to reach the point strikes
            given.put(FailPointFiles.PROPERTY, failPoints.file(service.module()).toString());
            given.putAll(settings.apply(service));
            if (properties.putIfAbsent(service.module(), given) != null) {
                further.add(new Replica(service, instance.name(), instance.port(), given));
            }
        }
        Suite suite = Suite.start(home, ports, new SuiteOptions(properties, kafkaListeners, further, programs));
        return new FaultySuite(suite, instances, further, fronts, internalFronts, links, failPoints, brief);
    }

    /** Returns the first instances before the second instances. */
    private static List<Instance> instances(Ports ports, int replicas) {
        List<Instance> instances = new ArrayList<>();
        for (Service service : Service.values()) {
            instances.add(new Instance(service, service.module(), ports.service(service)));
        }
        for (int number = 2; number <= replicas; number++) {
            for (Service service : Service.values()) {
                instances.add(new Instance(service, service.module() + "-" + number, Port.freeWithManagement()));
            }
        }
        return instances;
    }

    private static List<Integer> ports(List<Instance> instances, Service service) {
        return instances.stream()
                .filter(instance -> instance.service() == service)
                .map(Instance::port)
                .toList();
    }

    private static Map<String, String> properties(
            Service service, Map<Server, FaultProxy> links, Map<Service, FaultProxy> fronts) {
        Map<String, String> properties = new LinkedHashMap<>();
        links.forEach((server, link) -> properties.putAll(properties(service, server, link.port())));
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

    public Suite suite() {
        return suite;
    }

    public ProcessControl processes() {
        return suite.processes();
    }

    /** Returns the services' addresses for drivers; they stay the same across restarts. */
    public Addresses addresses() {
        return new Addresses(
                address(Service.QUALIFICATION),
                address(Service.DOCUMENT),
                address(Service.REVIEW),
                address(Service.NOTIFICATION),
                URI.create(suite.infrastructure().identity().issuer()));
    }

    /** Returns the address of a service's internal endpoints for drivers. */
    public URI internalAddress(Service service) {
        return URI.create("http://127.0.0.1:"
                + requireNonNull(internalFronts.get(service)).port());
    }

    private URI address(Service service) {
        return URI.create("http://127.0.0.1:" + front(service).port());
    }

    public FaultProxy front(Service service) {
        return requireNonNull(fronts.get(service));
    }

    /**
     * Returns the proxy in front of the internal endpoints of {@code service}, through which other services call it.
     */
    public FaultProxy internalFront(Service service) {
        return requireNonNull(internalFronts.get(service));
    }

    /** Returns all instances that run when nothing is broken. */
    public List<Instance> instances() {
        return instances;
    }

    public List<Instance> instances(Service service) {
        return instances.stream()
                .filter(instance -> instance.service() == service)
                .toList();
    }

    /**
     * Returns the properties in which {@code instance} differs from the first instance of its service; empty for the
     * first.
     */
    public Map<String, String> properties(Instance instance) {
        return further.stream()
                .filter(replica -> replica.name().equals(instance.name()))
                .findFirst()
                .map(Replica::properties)
                .orElse(Map.of());
    }

    public boolean isReplicated() {
        return instances.size() > Service.values().length;
    }

    /** Starts the instances of {@code service} that are not running. */
    public void startEnded(Service service) {
        instances(service).forEach(instance -> processes().start(instance.name()));
    }

    /**
     * Returns the proxies between the instances of {@code service} and {@code server}; only document-service has one to
     * S3.
     */
    public List<FaultProxy> links(Service service, Server server) {
        return instances(service).stream()
                .map(instance -> link(instance, server))
                .toList();
    }

    public FaultProxy link(Instance instance, Server server) {
        FaultProxy link = requireNonNull(links.get(instance.name())).get(server);
        if (link == null) {
            throw new IllegalArgumentException(instance.name() + " does not connect to " + server);
        }
        return link;
    }

    public FailPointFiles failPoints() {
        return failPoints;
    }

    /** Returns all poison records; the audit must find exactly these. */
    public List<Poison> poison() {
        return List.copyOf(poison);
    }

    public void remember(Poison injected) {
        poison.add(injected);
    }

    /** Clears all links, disarms all fail-points and starts everything. */
    public void heal() {
        fronts.values().forEach(FaultProxy::clear);
        internalFronts.values().forEach(FaultProxy::clear);
        links.values().forEach(own -> own.values().forEach(FaultProxy::clear));
        failPoints.disarmAll();
        List.of(Service.values()).forEach(this::leadToAll);
        suite.processes().heal();
    }

    /** Sends new connections to {@code service} to all its instances in turn. */
    public void leadToAll(Service service) {
        leadTo(service, ports(instances, service));
    }

    /** Sends new connections to {@code service} to {@code port}. */
    public void leadTo(Service service, int port) {
        leadTo(service, List.of(port));
    }

    /** Sends new connections to {@code service} to these ports in turn. */
    public void leadTo(Service service, List<Integer> ports) {
        front(service).leadTo(ports);
        internalFront(service).leadTo(ports.stream().map(Port::internal).toList());
    }

    /** Stops everything; the data remains. */
    @Override
    public void close() {
        suite.processes().all().forEach(suite.processes()::resume);
        suite.close();
        fronts.values().forEach(FaultProxy::close);
        internalFronts.values().forEach(FaultProxy::close);
        links.values().forEach(own -> own.values().forEach(FaultProxy::close));
    }
}
