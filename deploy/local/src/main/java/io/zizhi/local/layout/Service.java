package io.zizhi.local.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The services of the suite, in display order. */
public enum Service {
    QUALIFICATION(8081),
    DOCUMENT(8082),
    REVIEW(8083),
    NOTIFICATION(8084);

    private final int defaultPort;

    Service(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /**
     * Returns the module's name, which is also its client id, consumer group and application name: {@code
     * review-service}.
     */
    public String module() {
        return word() + "-service";
    }

    /** Returns the name of its database and role: {@code review}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int defaultPort() {
        return defaultPort;
    }

    public static Service named(String module) {
        return Arrays.stream(values())
                .filter(service -> service.module().equals(module))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Unknown service " + module + ". Services: " + modules()));
    }

    public static List<String> modules() {
        return Arrays.stream(values()).map(Service::module).toList();
    }
}
