package io.zizhi.local.suite;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.Programs;
import io.zizhi.local.layout.Replica;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.JavaLaunch;
import io.zizhi.local.server.Launch;
import io.zizhi.local.server.Port;
import io.zizhi.local.server.Probe;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.state.Certificates;
import io.zizhi.local.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts one service of the suite from its build. */
final class ServiceProcess {

    private static final Duration TIMEOUT = Duration.ofMinutes(6);
    private static final String READY = "/q/health/ready";

    private ServiceProcess() {}

    /**
     * Starts {@code service}, or finds it running; returns when it is ready. Restarts a service whose configuration has
     * changed, because its old addresses may now belong to other programs.
     */
    static ServerProcess start(Service service, Infrastructure infrastructure, Ports ports) {
        return start(new Replica(service, service.module(), ports.service(service), Map.of()), infrastructure, ports);
    }

    /** Starts an additional instance of the service, like {@link #start(Service, Infrastructure, Ports)}. */
    static ServerProcess start(Replica replica, Infrastructure infrastructure, Ports ports) {
        return start(replica, infrastructure.programs(), infrastructure, ports);
    }

    /** Starts an instance with the version {@code programs}. An instance that already runs keeps its version. */
    static ServerProcess start(Replica replica, Programs programs, Infrastructure infrastructure, Ports ports) {
        Service service = replica.service();
        String name = replica.name();
        int ownPort = replica.port();
        Path folder = infrastructure.folder();
        ServiceConfiguration configuration =
                ServiceConfiguration.of(service, ownPort, replica.properties(), infrastructure, ports);
        Path file = ServiceConfiguration.file(name, folder);
        if (!configuration.isIn(file)) {
            ServerProcess.running(name, folder).ifPresent(ServerProcess::stop);
        }
        return ServerProcess.ready(
                name, name, folder, () -> launch(replica, programs, configuration, folder), probe(), TIMEOUT);
    }

    /** Checks the readiness of a service at its management port. */
    static Probe probe() {
        return port -> Probe.http(READY, 200).answer(Port.management(port));
    }

    private static Launch launch(Replica replica, Programs programs, ServiceConfiguration configuration, Path folder) {
        Service service = replica.service();
        String name = replica.name();
        Path jar = programs.jar(service);
        if (!Files.exists(jar)) {
            throw new LocalFailure(service.module() + " is not built: " + jar + " is missing. Run ./zizhi up.");
        }
        Path file = ServiceConfiguration.file(name, folder);
        configuration.write(file);
        // a private folder: another user's service may own the common one, so this one could not write to it
        Path temporary = PrivateFiles.folder(folder.resolve("run").resolve("tmp"));
        List<String> options =
                new ArrayList<>(List.of("-Djava.io.tmpdir=" + temporary, "-Dquarkus.config.locations=" + file));
        Optional<Certificates> tls = Certificates.of(folder);
        options.add("-Dquarkus.profile=" + (tls.isPresent() ? "prod" : "local"));
        tls.ifPresent(certificates -> options.addAll(certificates.trustOptions()));
        options.addAll(List.of("-jar", jar.toString()));
        return JavaLaunch.of(
                name,
                programs.archive(service),
                name,
                folder,
                replica.port(),
                Ports.variable(service),
                "160m",
                options,
                jar.toString(),
                jars(jar));
    }

    /** Returns every file of the build that {@code jar} belongs to. */
    private static List<Path> jars(Path jar) {
        try (Stream<Path> files = Files.walk(jar.resolveSibling("."))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
