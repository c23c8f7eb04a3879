package io.zizhi.local;

import java.util.Map;

/**
 * A further instance of a service that runs beside the first as long as the suite does.
 *
 * @param name names its pid file, configuration and log; begins with the module, such as {@code review-service-2}
 * @param port its HTTP port; its management port is 1000 higher, its internal port 2000
 * @param properties override those of the service, such as addresses of links of its own
 */
public record Replica(Service service, String name, int port, Map<String, String> properties) {

    /** Copies the map. */
    public Replica {
        properties = Map.copyOf(properties);
    }
}
