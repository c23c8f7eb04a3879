package io.zizhi.local.suite;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.MalwareScanner;
import io.zizhi.local.server.Port;
import io.zizhi.local.server.RecognitionWorker;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.server.SmsGateway;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ports of one installation, all on 127.0.0.1.
 *
 * @param recognition port of the recognition worker; its health and metrics are 1000 higher
 * @param services HTTP port of each service; its management port is 1000 higher, its internal port 2000
 */
public record Ports(
        int postgres,
        int kafka,
        int kafkaController,
        int objectStore,
        int identity,
        int smsGateway,
        int scanner,
        int recognition,
        Map<Service, Integer> services) {

    /**
     * The variables that override the ports of {@code ./zizhi up}, with their defaults. The defaults avoid well-known
     * ports.
     */
    public static final Map<String, Integer> DEFAULTS = defaults();

    /** The highest port of a service. Its internal port is 2000 higher and must be valid too. */
    private static final int HIGHEST = 63_535;

    public Ports {
        services = Map.copyOf(services);
    }

    public int service(Service service) {
        return services.getOrDefault(service, service.defaultPort());
    }

    /** Returns the port of the service started in {@code folder}, or of a program that listens on the service's port. */
    public int running(Service service, Path folder) {
        return ServerProcess.running(service.module(), folder)
                .map(ServerProcess::port)
                .or(() -> Optional.of(service(service)).filter(port -> !Port.isFree(port)))
                .orElseThrow(() -> new LocalFailure(
                        "%s is not running: nothing listens on port %d. Run ./zizhi up first, or set %s."
                                .formatted(service.module(), service(service), variable(service))));
    }

    /** Returns the environment variable that overrides the port of {@code service}. */
    public static String variable(Service service) {
        return "ZIZHI_PORT_" + service.name();
    }

    /** Returns the fixed ports of {@code ./zizhi up}, each overridable by an environment variable. */
    public static Ports local() {
        return from(System::getenv);
    }

    /** Returns ports that are free at the moment, for tests. */
    public static Ports random() {
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, Port.freeWithManagement());
        }
        return new Ports(
                Port.free(),
                Port.free(),
                Port.free(),
                Port.free(),
                Port.free(),
                Port.free(),
                Port.free(),
                Port.freeWithManagement(),
                services);
    }

    static Ports from(UnaryOperator<@Nullable String> environment) {
        refuseSharedPorts(environment);
        return new Ports(
                read(environment, "ZIZHI_PORT_POSTGRES"),
                read(environment, "ZIZHI_PORT_KAFKA"),
                read(environment, "ZIZHI_PORT_KAFKA_CONTROLLER"),
                read(environment, "ZIZHI_PORT_S3"),
                read(environment, "ZIZHI_PORT_OIDC"),
                read(environment, SmsGateway.PORT_VARIABLE),
                read(environment, MalwareScanner.PORT_VARIABLE),
                read(environment, RecognitionWorker.PORT_VARIABLE),
                Arrays.stream(Service.values())
                        .collect(
                                Collectors.toMap(service -> service, service -> read(environment, variable(service)))));
    }

    /** Rejects a port that is used twice, including the management and internal ports of services. */
    private static void refuseSharedPorts(UnaryOperator<@Nullable String> environment) {
        Map<Integer, String> owners = new HashMap<>();
        for (String variable : DEFAULTS.keySet()) {
            int port = read(environment, variable);
            own(owners, port, variable);
            if (variable.equals(RecognitionWorker.PORT_VARIABLE)) {
                own(owners, Port.management(port), variable + " + 1000 (health and metrics)");
            }
            if (Arrays.stream(Service.values()).map(Ports::variable).anyMatch(variable::equals)) {
                own(owners, Port.management(port), variable + " + 1000 (health and metrics)");
                own(owners, Port.internal(port), variable + " + 2000 (internal endpoints)");
            }
        }
    }

    private static void own(Map<Integer, String> owners, int port, String variable) {
        String other = owners.put(port, variable);
        if (other != null) {
            throw new LocalFailure("Port " + port + " is used for both " + other + " and " + variable + ".");
        }
    }

    private static int read(UnaryOperator<@Nullable String> environment, String variable) {
        String value = environment.apply(variable);
        if (value == null || value.isBlank()) {
            return DEFAULTS.getOrDefault(variable, 0);
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port >= 1 && port <= HIGHEST) {
                return port;
            }
        } catch (NumberFormatException e) {
            // reported below, together with numbers out of range
        }
        throw new LocalFailure(variable + " must be a port between 1 and " + HIGHEST + ", but is \"" + value + "\".");
    }

    private static Map<String, Integer> defaults() {
        Map<String, Integer> defaults = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            defaults.put(variable(service), service.defaultPort());
        }
        defaults.put("ZIZHI_PORT_POSTGRES", 15_432);
        defaults.put("ZIZHI_PORT_KAFKA", 19_092);
        defaults.put("ZIZHI_PORT_KAFKA_CONTROLLER", 19_093);
        defaults.put("ZIZHI_PORT_S3", 19_000);
        defaults.put("ZIZHI_PORT_OIDC", 18_080);
        defaults.put(SmsGateway.PORT_VARIABLE, 18_090);
        defaults.put(MalwareScanner.PORT_VARIABLE, 13_310);
        defaults.put(RecognitionWorker.PORT_VARIABLE, 18_086);
        return Collections.unmodifiableMap(defaults);
    }
}
