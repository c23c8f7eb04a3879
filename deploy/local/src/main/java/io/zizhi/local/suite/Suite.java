package io.zizhi.local.suite;

import io.zizhi.local.layout.Programs;
import io.zizhi.local.layout.Progress;
import io.zizhi.local.layout.Replica;
import io.zizhi.local.layout.Service;
import io.zizhi.local.layout.SuiteOptions;
import io.zizhi.local.server.Port;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.server.postgres.Database;
import io.zizhi.local.server.postgres.PostgresServer;
import io.zizhi.local.state.Certificates;
import io.zizhi.local.state.Keysets;
import io.zizhi.local.suite.Infrastructure.Part;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * A whole installation: the servers and the four services. Each is a separate process that can be killed and restarted
 * alone. Processes that already run with the same configuration are kept.
 */
public final class Suite implements AutoCloseable {

    private static final Set<Part> ALL = Set.of(Part.values());
    private static final SuiteOptions WITHOUT_RECOGNITION = new SuiteOptions(Map.of(), Map.of());

    private final Ports ports;
    private final Infrastructure infrastructure;

    private Suite(Ports ports, Infrastructure infrastructure) {
        this.ports = ports;
        this.infrastructure = infrastructure;
    }

    /**
     * Starts everything except recognition in {@code folder} and sets the demo accounts' identities; stops everything
     * after a failure.
     */
    public static Suite start(Path folder, Ports ports) {
        return start(folder, ports, WITHOUT_RECOGNITION);
    }

    /** Starts everything like {@link #start(Path, Ports)}, with {@code options}. */
    public static Suite start(Path folder, Ports ports, SuiteOptions options) {
        try {
            PortCheck.requireFree(folder, ports);
            Path absolute = folder.toAbsolutePath().normalize();
            return up(ports, Infrastructure.start(absolute, ports, ALL, options, Progress.silent()), Progress.silent());
        } catch (RuntimeException e) {
            stop(folder.toAbsolutePath().normalize(), Progress.silent());
            throw e;
        }
    }

    /**
     * Starts a suite without recognition on random ports in a folder of its own; it is stopped and removed when this JVM
     * ends.
     */
    public static Suite startForTests() {
        return startForTests(WITHOUT_RECOGNITION);
    }

    /** Starts a suite like {@link #startForTests()}, with {@code options}. */
    public static Suite startForTests(SuiteOptions options) {
        return start(TestFolder.temporary("-suite"), Ports.random(), options);
    }

    /**
     * Starts everything like {@link #start}, and the malware scanner where it is installed. After a failure, it leaves
     * the running parts, so that they can be inspected.
     */
    public static Suite up(Path folder, Ports ports, Progress progress) {
        PortCheck.requireFree(folder, ports);
        Infrastructure infrastructure = Infrastructure.start(folder, ports, ALL, progress);
        infrastructure.scanDocuments();
        return up(ports, infrastructure, progress);
    }

    private static Suite up(Ports ports, Infrastructure infrastructure, Progress progress) {
        Suite suite = new Suite(ports, infrastructure);
        Path folder = infrastructure.folder();
        Map<String, Callable<ServerProcess>> steps = new LinkedHashMap<>();
        boolean apart = Certificates.of(folder).isPresent();
        for (Service service : Service.values()) {
            steps.put(service.module(), () -> {
                if (apart) {
                    Migration.run(service, suite.infrastructure.programs(), suite.infrastructure, ports);
                }
                return ServiceProcess.start(service, suite.infrastructure, ports);
            });
        }
        for (Replica replica : infrastructure.replicas()) {
            steps.put(replica.name(), () -> ServiceProcess.start(replica, suite.infrastructure, ports));
        }
        Parallel.run(steps, progress);
        String qualifications = suite.internalUrl(Service.QUALIFICATION.module());
        new DemoIdentities(folder, suite.infrastructure.identity(), qualifications).seed(progress);
        return suite;
    }

    /**
     * Starts only the servers, for services that run elsewhere, such as in containers, and creates the keys of the
     * services. The ports of the services must be free too, because the demo expects the services there.
     */
    public static Infrastructure servers(Path folder, Ports ports, Progress progress) {
        PortCheck.requireFree(folder, ports);
        Infrastructure servers = Infrastructure.start(folder, ports, ALL, WITHOUT_RECOGNITION, progress);
        for (Service service : Service.values()) {
            Keysets.anchorKey(servers.encryptionDirectory(service.module()));
        }
        return servers;
    }

    /** Stops every process of the installation in {@code folder}: first the services, then the servers. */
    public static int stop(Path folder, Progress progress) {
        Map<String, Callable<Boolean>> services = new LinkedHashMap<>();
        Map<String, Callable<Boolean>> servers = new LinkedHashMap<>();
        for (String name : ServerProcess.recorded(folder)) {
            ServerProcess.running(name, folder).ifPresent(process -> {
                var steps = isService(name) ? services : servers;
                steps.put(name, () -> {
                    process.stop();
                    return true;
                });
            });
        }
        Parallel.run(services, progress);
        Parallel.run(servers, progress);
        ServerProcess.removeEnded(folder);
        return services.size() + servers.size();
    }

    /** Returns whether this is a service or an additional instance of one. */
    private static boolean isService(String name) {
        return Service.modules().stream().anyMatch(name::startsWith);
    }

    /** Kills every process in {@code folder}, for example the processes of a killed program. */
    public static void endAtOnce(Path folder) {
        PostgresServer.stopAtOnce(folder);
        ServerProcess.recorded(folder)
                .forEach(name -> ServerProcess.running(name, folder).ifPresent(ServerProcess::kill));
    }

    public Infrastructure infrastructure() {
        return infrastructure;
    }

    /** Returns the base URL of {@code service}, such as {@code review-service}: {@code http://127.0.0.1:8083}. */
    public String url(String service) {
        return "http://127.0.0.1:" + port(Service.named(service));
    }

    /**
     * Returns the base URL of {@code /internal} of {@code service}, for other services, operators and signature
     * systems.
     */
    public String internalUrl(String service) {
        return "http://127.0.0.1:" + Port.internal(port(Service.named(service)));
    }

    public int port(Service service) {
        return ServerProcess.running(service.module(), infrastructure.folder())
                .map(ServerProcess::port)
                .orElse(ports.service(service));
    }

    /** Returns the process id of {@code service}; it changes with a restart. */
    public long processId(String service) {
        return process(service).pid();
    }

    /** Returns a bearer token of the demo user {@code name}. */
    public String token(String name) {
        return infrastructure.identity().userToken(name);
    }

    public Database database(String service) {
        return infrastructure.database(service);
    }

    /** Kills {@code service} (SIGKILL), as a crash would. */
    public void kill(String service) {
        process(service).kill();
    }

    public void stop(String service) {
        process(service).stop();
    }

    /** Starts {@code service} again on its earlier ports; returns when it is ready. */
    public void start(String service) {
        ServiceProcess.start(Service.named(service), infrastructure, ports);
    }

    /** Starts an additional instance of {@code service} called {@code name} on {@code port}. */
    public void startReplica(String service, String name, int port) {
        ServiceProcess.start(new Replica(Service.named(service), name, port, Map.of()), infrastructure, ports);
    }

    /**
     * Starts an instance like {@link #startReplica(String, String, int)}; restarts one that runs with other properties.
     */
    public void startReplica(Replica replica) {
        ServiceProcess.start(replica, infrastructure, ports);
    }

    /** Migrates the database of {@code service} to the version {@code programs}, before its first replica starts. */
    public void migrate(Service service, Programs programs) {
        Migration.run(service, programs, infrastructure, ports);
    }

    /** Returns the ports of all instances of services, by their names. */
    public Map<String, Integer> instances() {
        Map<String, Integer> instances = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            instances.put(service.module(), port(service));
        }
        infrastructure.replicas().forEach(replica -> instances.put(replica.name(), replica.port()));
        return instances;
    }

    /** Returns the controls that cause failures of this suite's processes. */
    public ProcessControl processes() {
        return new ProcessControl(infrastructure, ports);
    }

    private ServerProcess process(String service) {
        return ServerProcess.running(Service.named(service).module(), infrastructure.folder())
                .orElseThrow(() -> new IllegalStateException(service + " is not running"));
    }

    /** Stops everything; the data remains. */
    @Override
    public void close() {
        stop(infrastructure.folder(), Progress.silent());
    }
}
