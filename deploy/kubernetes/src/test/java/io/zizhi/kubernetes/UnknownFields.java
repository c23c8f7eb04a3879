package io.zizhi.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields that the models of fabric8 and Strimzi do not have. The models keep such a field silently, in a map
 * called {@code additionalProperties}.
 */
final class UnknownFields {

    private static final KubernetesSerialization MODELS = new KubernetesSerialization();

    static {
        List.of(Kafka.class, KafkaNodePool.class, KafkaTopic.class, KafkaUser.class)
                .forEach(kind -> MODELS.registerKubernetesResource("kafka.strimzi.io/v1", kind.getSimpleName(), kind));
    }

    private final List<String> found = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private UnknownFields() {}

    /**
     * @throws IllegalArgumentException if a value has the wrong type
     * @throws UnmodelledKind if no library describes this kind of object
     */
    static List<String> of(JsonNode manifest) {
        Object model = MODELS.<Object>unmarshal(manifest.toString());
        if (model instanceof GenericKubernetesResource) {
            throw new UnmodelledKind(manifest.path("apiVersion").asText() + " "
                    + manifest.path("kind").asText());
        }
        UnknownFields fields = new UnknownFields();
        fields.visit(manifest.path("kind").asText() + " " + Build.name(manifest), model);
        return fields.found;
    }

    private void visit(String path, @Nullable Object value) {
        if (value == null || !seen.add(value)) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> visit(path + "." + key, entry));
        } else if (value instanceof Iterable<?> list) {
            list.forEach(entry -> visit(path + "[]", entry));
        } else if (value.getClass().getName().matches("io\\.(fabric8|strimzi)\\..*") && !(value instanceof Enum<?>)) {
            for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    visitField(path, field, value);
                }
            }
        }
    }

    private void visitField(String path, Field field, Object owner) {
        if (Modifier.isStatic(field.getModifiers())) {
            return;
        }
        Object value = read(field, owner);
        if (!field.getName().equals("additionalProperties")) {
            visit(path + "." + field.getName(), value);
        } else if (value instanceof Map<?, ?> unknown) {
            unknown.keySet().forEach(key -> found.add(path + "." + key));
        }
    }

    private static @Nullable Object read(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A kind without a model; the message is its version and name. */
    static final class UnmodelledKind extends RuntimeException {
        UnmodelledKind(String kind) {
            super(kind);
        }
    }
}
