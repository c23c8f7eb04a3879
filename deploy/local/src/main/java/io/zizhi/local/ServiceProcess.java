package io.zizhi.local;

import io.zizhi.local.server.JavaLaunch;
import io.zizhi.local.server.Launch;
import io.zizhi.local.server.Port;
import io.zizhi.local.server.Probe;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.state.PrivateFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Starts one service of the suite from its build. Its configuration goes into a file that only its owner can read:
 * a command line, and the environment, show passwords to others.
 */
final class ServiceProcess {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final String READY = "/q/health/ready";

    private ServiceProcess() {}

    /** Starts {@code service}, or finds it running; returns when it is ready to serve. */
    static ServerProcess start(Service service, Infrastructure infrastructure, Ports ports) {
        Path folder = infrastructure.folder();
        return ServerProcess.running(service.module(), folder)
                .orElseGet(() -> ServerProcess.startUntilReady(
                        launch(service, infrastructure, ports),
                        folder,
                        port -> Probe.http(READY, 200).answer(Port.management(port)),
                        TIMEOUT));
    }

    private static Launch launch(Service service, Infrastructure infrastructure, Ports ports) {
        Path folder = infrastructure.folder();
        Path jar = ProjectFolder.find().resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new LocalFailure(service.module() + " is not built: " + jar + " is missing. Run ./mvnw package.");
        }
        int port = ports.service(service);
        String variable = Ports.variable(service);
        Port.requireFree(Port.management(port), "the management interface of " + service.module(), variable);
        Path configuration = PrivateFiles.folder(folder.resolve("config")).resolve(service.module() + ".properties");
        PrivateFiles.write(configuration, properties(configuration(service, infrastructure, ports)));
        List<String> options = List.of(
                "-Dquarkus.config.locations=" + configuration, "-Dquarkus.profile=local", "-jar", jar.toString());
        return JavaLaunch.of(service.module(), service.module(), folder, port, variable, "160m", options, "");
    }

    private static Map<String, String> configuration(Service service, Infrastructure infrastructure, Ports ports) {
        Map<String, String> configuration = new TreeMap<>(infrastructure.serviceConfig(service.module()));
        // above application.properties (250) and the environment (300), below -D (400)
        configuration.put("config_ordinal", "350");
        configuration.put("quarkus.http.port", Integer.toString(ports.service(service)));
        configuration.put("quarkus.management.port", Integer.toString(Port.management(ports.service(service))));
        for (Service other : Service.values()) {
            configuration.put("zizhi." + other.module() + ".url", "http://127.0.0.1:" + ports.service(other));
        }
        return configuration;
    }

    private static String properties(Map<String, String> configuration) {
        Properties properties = new Properties();
        properties.putAll(configuration);
        try (StringWriter writer = new StringWriter()) {
            properties.store(writer, "Written by ./zizhi at each start of the service");
            return writer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
