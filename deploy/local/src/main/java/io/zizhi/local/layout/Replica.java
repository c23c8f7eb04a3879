package io.zizhi.local.layout;

import java.util.Map;

/**
 * An additional instance of a service, which runs next to the first one for the life of the suite.
 *
 * @param name names its pid file, configuration and log; begins with the module, such as {@code review-service-2}
 * @param port its HTTP port; its management port is 1000 higher, its internal port 2000
 * @param properties override the properties of the service, such as addresses of its own proxies
 */
public record Replica(Service service, String name, int port, Map<String, String> properties) {

    public Replica {
        properties = Map.copyOf(properties);
    }
}
