package io.zizhi.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a suite does otherwise than that of {@code ./zizhi up}; tests use it to put something between the parts.
 *
 * @param properties by service, such as {@code review-service}: they override those of {@link Infrastructure#serviceConfig}
 * @param kafkaListeners further ports on which Kafka listens, each with the port that it names to those who come there
 * @param replicas further instances of services
 */
public record SuiteOptions(
        Map<String, Map<String, String>> properties, Map<Integer, Integer> kafkaListeners, List<Replica> replicas) {

    private static final SuiteOptions NONE = new SuiteOptions(Map.of(), Map.of());

    /** Without further instances. */
    public SuiteOptions(Map<String, Map<String, String>> properties, Map<Integer, Integer> kafkaListeners) {
        this(properties, kafkaListeners, List.of());
    }

    /** Copies the maps and the list. */
    public SuiteOptions {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        properties.forEach((service, own) -> copy.put(service, Map.copyOf(own)));
        properties = Map.copyOf(copy);
        kafkaListeners = Map.copyOf(kafkaListeners);
        replicas = List.copyOf(replicas);
    }

    /** Everything as {@code ./zizhi up} does it. */
    public static SuiteOptions none() {
        return NONE;
    }

    Map<String, String> of(String service) {
        return properties.getOrDefault(service, Map.of());
    }
}
