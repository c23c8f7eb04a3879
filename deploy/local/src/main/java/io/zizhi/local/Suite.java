package io.zizhi.local;

import io.zizhi.local.Infrastructure.Part;
import io.zizhi.local.server.Database;
import io.zizhi.local.server.Port;
import io.zizhi.local.server.PostgresServer;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.server.StartupRecords;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * A whole installation: the servers and the four services, each a process of its own that can be killed and started
 * again alone. What runs already, and with the same configuration, is left alone.
 */
public final class Suite implements AutoCloseable {

    private final Ports ports;
    private final Infrastructure infrastructure;

    private Suite(Ports ports, Infrastructure infrastructure) {
        this.ports = ports;
        this.infrastructure = infrastructure;
    }

    /** Starts everything in {@code folder} and makes the demo accounts known; after a failure everything is stopped. */
    public static Suite start(Path folder, Ports ports) {
        return start(folder, ports, SuiteOptions.none());
    }

    /** As {@link #start(Path, Ports)}, with {@code options}. */
    public static Suite start(Path folder, Ports ports, SuiteOptions options) {
        try {
            return up(folder.toAbsolutePath().normalize(), ports, options, Progress.silent());
        } catch (RuntimeException e) {
            stop(folder.toAbsolutePath().normalize(), Progress.silent());
            throw e;
        }
    }

    /** A suite on random ports in a folder below {@code target/}, stopped and removed when this JVM ends. */
    public static Suite startForTests() {
        return start(TestFolder.temporary("-suite"), Ports.random());
    }

    /**
     * As {@link #startForTests()}, with {@code options}. Also archives classes in the background, so that later starts of
     * the same build are faster.
     */
    public static Suite startForTests(SuiteOptions options) {
        Path folder = TestFolder.temporary("-suite");
        StartupRecords.want(folder);
        Suite suite = start(folder, Ports.random(), options);
        Thread.ofPlatform().daemon().name("startup-archives").start(() -> StartupRecords.makeArchives(folder));
        return suite;
    }

    /** As {@link #start}, but what has been started before a failure keeps running, for a look at it. */
    static Suite up(Path folder, Ports ports, Progress progress) {
        return up(folder, ports, SuiteOptions.none(), progress);
    }

    private static Suite up(Path folder, Ports ports, SuiteOptions options, Progress progress) {
        PortCheck.requireFree(folder, ports);
        Suite suite =
                new Suite(ports, Infrastructure.start(folder, ports, EnumSet.allOf(Part.class), options, progress));
        Map<String, Callable<ServerProcess>> steps = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            steps.put(service.module(), () -> ServiceProcess.start(service, suite.infrastructure, ports));
        }
        for (Replica replica : options.replicas()) {
            steps.put(replica.name(), () -> ServiceProcess.start(replica, suite.infrastructure, ports));
        }
        Parallel.run(steps, progress);
        new DemoIdentities(suite).seed(progress);
        return suite;
    }

    /** Stops every process of the installation in {@code folder}: first the services, then what they need. */
    static int stop(Path folder, Progress progress) {
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
        ServerProcess.forgetEnded(folder);
        return services.size() + servers.size();
    }

    /** A service, or a further instance of one. */
    private static boolean isService(String name) {
        return Service.modules().stream().anyMatch(name::startsWith);
    }

    /** Ends at once whatever runs in {@code folder}, such as what a program that was killed has left there. */
    public static void endAtOnce(Path folder) {
        PostgresServer.stopAtOnce(folder);
        ServerProcess.recorded(folder)
                .forEach(name -> ServerProcess.running(name, folder).ifPresent(ServerProcess::kill));
    }

    /** The servers behind the services. */
    public Infrastructure infrastructure() {
        return infrastructure;
    }

    /** Where {@code service}, such as {@code review-service}, serves: {@code http://127.0.0.1:8083}. */
    public String url(String service) {
        return "http://127.0.0.1:" + port(Service.named(service));
    }

    /** Where the other services, operators and signature systems find {@code /internal} of {@code service}. */
    public String internalUrl(String service) {
        return "http://127.0.0.1:" + Port.internal(port(Service.named(service)));
    }

    int port(Service service) {
        return ServerProcess.running(service.module(), infrastructure.folder())
                .map(ServerProcess::port)
                .orElse(ports.service(service));
    }

    /** The process of {@code service}; one that was started again has another. */
    public long processId(String service) {
        return process(service).pid();
    }

    /** A bearer token of the demo user {@code name}. */
    public String token(String name) {
        return infrastructure.identity().userToken(name);
    }

    /** The database of {@code service}. */
    public Database database(String service) {
        return infrastructure.database(service);
    }

    /** Ends {@code service} at once (SIGKILL), as a crash would. */
    public void kill(String service) {
        process(service).kill();
    }

    /** Stops {@code service} in good order. */
    public void stop(String service) {
        process(service).stop();
    }

    /** Starts {@code service} again, on the ports it had; returns when it is ready to serve. */
    public void start(String service) {
        ServiceProcess.start(Service.named(service), infrastructure, ports);
    }

    /** A further instance of {@code service} called {@code name}, on {@code port}, beside the one that runs. */
    public void startReplica(String service, String name, int port) {
        ServiceProcess.start(new Replica(Service.named(service), name, port, Map.of()), infrastructure, ports);
    }

    /** As {@link #startReplica(String, String, int)}; an instance that runs with other properties is started anew. */
    public void startReplica(Replica replica) {
        ServiceProcess.start(replica, infrastructure, ports);
    }

    /** The ports of all instances of services, by their names. */
    public Map<String, Integer> instances() {
        Map<String, Integer> instances = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            instances.put(service.module(), port(service));
        }
        infrastructure.replicas().forEach(replica -> instances.put(replica.name(), replica.port()));
        return instances;
    }

    /** What can be done to the processes of this suite to see whether it stands it. */
    public ProcessControl processes() {
        return new ProcessControl(infrastructure, ports);
    }

    private ServerProcess process(String service) {
        return ServerProcess.running(Service.named(service).module(), infrastructure.folder())
                .orElseThrow(() -> new IllegalStateException(service + " does not run"));
    }

    /** Stops everything; the data stays. */
    @Override
    public void close() {
        stop(infrastructure.folder(), Progress.silent());
    }
}
