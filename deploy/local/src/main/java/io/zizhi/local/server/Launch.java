package io.zizhi.local.server;

import java.util.List;
import java.util.Map;

/**
 * How to start a process.
 *
 * @param name names its pid file and its log
 * @param title what people call it
 * @param port the port it will serve; checked to be free first
 * @param portVariable the environment variable that chooses another port
 * @param marker words of {@code command} that no other process has
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

    /** Copies the collections. */
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
