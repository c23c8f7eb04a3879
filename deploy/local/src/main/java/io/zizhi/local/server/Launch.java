package io.zizhi.local.server;

import java.util.List;
import java.util.Map;

/**
 * The parameters for starting a process.
 *
 * @param name names its pid file and its log
 * @param title display name
 * @param port the port it will serve; must be free
 * @param portVariable the environment variable that chooses another port
 * @param marker part of {@code command} that no other process has
 * @param environment added to the environment of this process
 */
public record Launch(
        String name,
        String title,
        int port,
        String portVariable,
        List<String> command,
        String marker,
        String stopSignal,
        Map<String, String> environment) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
