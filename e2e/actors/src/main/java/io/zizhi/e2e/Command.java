package io.zizhi.e2e;

import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.server.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs {@code ./zizhi} as a user would, with its own state folder and ports. */
public final class Command {

    private static final List<String> PORTS = List.of("POSTGRES", "KAFKA", "KAFKA_CONTROLLER", "S3", "OIDC");
    private static final List<String> SERVICE_PORTS = List.of("QUALIFICATION", "DOCUMENT", "REVIEW", "NOTIFICATION");

    private final Map<String, String> environment = new HashMap<>();

    /** The output of a command, from both streams, and its exit code. */
    public record Result(int exitCode, String output) {}

    /** @param state the folder for all state of the suite; must exist */
    public Command(Path state) {
        environment.put("ZIZHI_STATE", state.toString());
        environment.put("ZIZHI_BUILT", ProjectFolder.buildFolder());
        PORTS.forEach(name -> environment.put("ZIZHI_PORT_" + name, Integer.toString(Port.free())));
        SERVICE_PORTS.forEach(
                name -> environment.put("ZIZHI_PORT_" + name, Integer.toString(Port.freeWithManagement())));
    }

    /** Returns the port of a part, for example {@code QUALIFICATION}; 0 if there is no such part. */
    public int port(String name) {
        return Integer.parseInt(environment.getOrDefault("ZIZHI_PORT_" + name, "0"));
    }

    public Result run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** @param variables environment variables in addition to those of this instance */
    public Result run(Map<String, String> variables, String... arguments) {
        List<String> command = new ArrayList<>(List.of("./zizhi"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(ProjectFolder.find().toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().putAll(environment);
        builder.environment().putAll(variables);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
