package io.zizhi.local.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Options of a suite that differ from {@code ./zizhi up}; tests use them to place proxies between the parts.
 *
 * @param properties properties by service, such as {@code review-service}; they override the properties of
 *     {@link Infrastructure#serviceConfig}
 * @param kafkaListeners additional ports on which Kafka listens, each with the port it advertises to its clients
 * @param replicas additional instances of services
 * @param programs the version that services run at first; empty for this source tree
 * @param recognition whether pictures are recognised, which needs half a gigabyte of memory
 */
public record SuiteOptions(
        Map<String, Map<String, String>> properties,
        Map<Integer, Integer> kafkaListeners,
        List<Replica> replicas,
        Optional<Programs> programs,
        boolean recognition) {

    /** The setting of document-service that switches recognition off when it is {@code none} in the environment. */
    private static final String RECOGNITION = "ZIZHI_DOCUMENT_RECOGNITION_PROVIDER";

    private static final SuiteOptions NONE = new SuiteOptions(
            Map.of(), Map.of(), List.of(), Optional.empty(), isRecognitionWanted(System.getenv(RECOGNITION)));

    /** Options without additional instances and without recognition. */
    public SuiteOptions(Map<String, Map<String, String>> properties, Map<Integer, Integer> kafkaListeners) {
        this(properties, kafkaListeners, List.of(), Optional.empty());
    }

    /** Options without recognition. */
    public SuiteOptions(
            Map<String, Map<String, String>> properties,
            Map<Integer, Integer> kafkaListeners,
            List<Replica> replicas,
            Optional<Programs> programs) {
        this(properties, kafkaListeners, replicas, programs, false);
    }

    public SuiteOptions {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        properties.forEach((service, own) -> copy.put(service, Map.copyOf(own)));
        properties = Map.copyOf(copy);
        kafkaListeners = Map.copyOf(kafkaListeners);
        replicas = List.copyOf(replicas);
    }

    /** Returns the options of {@code ./zizhi up}. */
    public static SuiteOptions none() {
        return NONE;
    }

    /** Returns the same options with recognition. */
    public SuiteOptions withRecognition() {
        return new SuiteOptions(properties, kafkaListeners, replicas, programs, true);
    }

    static boolean isRecognitionWanted(@Nullable String provider) {
        return !"none".equalsIgnoreCase(provider);
    }

    public Map<String, String> of(String service) {
        return properties.getOrDefault(service, Map.of());
    }
}
