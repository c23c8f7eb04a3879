package io.zizhi.local.suite;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.Programs;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.postgres.Database;
import io.zizhi.local.state.Certificates;
import io.zizhi.local.state.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Migrates the database of one service as the role that owns the tables, then ends. In Kubernetes, a Job does the same:
 * it starts the service with these settings.
 */
final class Migration {

    private static final int MINUTES = 10;

    private Migration() {}

    static void run(Service service, Programs programs, Infrastructure infrastructure, Ports ports) {
        Path folder = infrastructure.folder();
        Database owner = infrastructure.owner(service.module());
        Map<String, String> own = new LinkedHashMap<>();
        own.put("quarkus.datasource.username", owner.username());
        own.put("quarkus.datasource.password", owner.password());
        own.put("quarkus.flyway.migrate-at-start", "true");
        own.put("quarkus.init-and-exit", "true");
        own.put("quarkus.oidc.tenant-enabled", "false");
        String name = service.module() + "-migration";
        Path file = ServiceConfiguration.file(name, folder);
        ServiceConfiguration.of(service, ports.service(service), own, infrastructure, ports)
                .write(file);
        Path log = PrivateFiles.folder(folder.resolve("logs")).resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + PrivateFiles.folder(folder.resolve("run").resolve("tmp")),
                "-Dquarkus.config.locations=" + file));
        Optional<Certificates> tls = Certificates.of(folder);
        command.add("-Dquarkus.profile=" + (tls.isPresent() ? "prod" : "local"));
        tls.ifPresent(certificates -> command.addAll(certificates.trustOptions()));
        command.addAll(List.of("-jar", programs.jar(service).toString()));
        try {
            Process migration = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = migration.waitFor(MINUTES, TimeUnit.MINUTES);
            migration.destroyForcibly();
            if (!ended || migration.exitValue() != 0) {
                throw new LocalFailure("The database of " + service.module() + " could not be migrated: see " + log);
            }
        } catch (IOException e) {
            throw new LocalFailure("The migration of " + service.module() + " could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted during the migration of " + service.module(), e);
        }
    }
}
