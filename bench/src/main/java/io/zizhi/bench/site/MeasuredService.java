package io.zizhi.bench.site;

import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.server.Launch;
import io.zizhi.local.server.Port;
import io.zizhi.local.server.Probe;
import io.zizhi.local.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A packaged service to measure. Unlike the small, quick-starting services of {@code ./zizhi up}, it has both compilers
 * and half a gigabyte, as on a server.
 */
public final class MeasuredService {

    /** System property with the folder of the services' builds, to measure builds of another tree. */
    private static final String BUILDS = "bench.builds";

    /** System property with additional JVM options of the services, separated by spaces, such as {@code -Xlog:gc}. */
    private static final String JVM = "bench.jvm";

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private MeasuredService() {}

    /**
     * Starts the service; returns when it is ready.
     *
     * @param folder the installation's folder
     * @param configuration its properties
     */
    public static ServerProcess start(String service, Path folder, int port, Path configuration) {
        String builds =
                System.getProperty(BUILDS, ProjectFolder.find().toAbsolutePath().toString());
        Path build = Path.of(builds)
                .resolve(service)
                .resolve(ProjectFolder.buildFolder())
                .resolve("quarkus-app");
        return start(service, build, folder, port, configuration);
    }

    /** @param build the folder {@code quarkus-app} of the service */
    public static ServerProcess start(String name, Path build, Path folder, int port, Path configuration) {
        return ServerProcess.ready(
                name,
                name,
                folder,
                () -> launch(name, build, folder, port, configuration),
                each -> Probe.http("/q/health/ready", 200).answer(Port.management(each)),
                TIMEOUT);
    }

    private static Launch launch(String service, Path build, Path folder, int port, Path configuration) {
        Path jar = build.resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(service + " is not built: " + jar + " is missing");
        }
        String marker = "-Dlocal.part=" + service + ":" + folder;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                marker,
                "-Xmx512m",
                "-XX:+UseSerialGC"));
        command.addAll(Stream.of(System.getProperty(JVM, "").split(" ", 0))
                .filter(each -> !each.isEmpty())
                .toList());
        command.addAll(List.of(
                "-Dquarkus.config.locations=" + configuration, "-Dquarkus.profile=local", "-jar", jar.toString()));
        return new Launch(service, service, port, "", command, marker, "TERM", Map.of());
    }
}
