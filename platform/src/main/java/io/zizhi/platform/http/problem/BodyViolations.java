package io.zizhi.platform.http.problem;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds all errors of a JSON body at once. Jackson stops at the first one. This class replaces each wrong value and
 * reads the body again until that succeeds. Bean Validation then checks the result.
 */
@ApplicationScoped
public class BodyViolations {

    /** How often a body is read at most. */
    private static final int MOST = 20;

    private final ObjectMapper json;
    private final Validator validator;

    BodyViolations(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * Returns the violations. At most 20 of them come from Jackson.
     *
     * @param first the failure of the first attempt
     */
    List<Violation> of(byte[] body, Type type, JsonMappingException first) throws IOException {
        JsonNode tree;
        try {
            tree = json.readTree(body);
        } catch (JsonProcessingException malformed) {
            return List.of(RequestViolations.from(malformed));
        }
        Map<String, Violation> found = new LinkedHashMap<>();
        JsonProcessingException failure = first;
        while (failure != null && found.size() < MOST) {
            Violation violation = RequestViolations.from(failure);
            boolean isNew = found.putIfAbsent(violation.pointer(), violation) == null;
            failure = isNew && replace(tree, violation.pointer(), failure) ? read(tree, type, found) : null;
        }
        return List.copyOf(found.values());
    }

    /** Reads and validates the body, and returns why it cannot be read, or null. */
    private @Nullable JsonProcessingException read(JsonNode tree, Type type, Map<String, Violation> found)
            throws IOException {
        try {
            Object value = json.readerFor(json.constructType(type)).readValue(tree);
            List<String> known = List.copyOf(found.keySet());
            validator.validate(value).stream()
                    .map(RequestViolations::from)
                    .filter(violation -> known.stream().noneMatch(pointer -> concern(pointer, violation.pointer())))
                    .forEach(violation -> found.putIfAbsent(violation.pointer(), violation));
            return null;
        } catch (JsonProcessingException another) {
            return another;
        }
    }

    /** Returns whether one pointer contains the other. If so, the replaced value may have caused the violation. */
    private static boolean concern(String one, String other) {
        return one.equals(other) || one.startsWith(other + "/") || other.startsWith(one + "/");
    }

    /** Replaces the wrong value with a readable one. Returns false if it is the whole body. */
    private static boolean replace(JsonNode tree, String pointer, JsonProcessingException failure) {
        if (pointer.isEmpty()) {
            return false;
        }
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode readable = readable(RequestViolations.targetOf(failure));
        switch (tree.at(place.head())) {
            case ObjectNode parent
            when readable.isNull() -> parent.remove(place.last().getMatchingProperty());
            case ObjectNode parent -> parent.set(place.last().getMatchingProperty(), readable);
            case ArrayNode parent
            when parent.has(place.last().getMatchingIndex()) ->
                parent.set(place.last().getMatchingIndex(), readable);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Returns a value that can be read as the type: null where the type allows it. */
    private static JsonNode readable(@Nullable Class<?> type) {
        if (type == null || !type.isPrimitive()) {
            return NullNode.getInstance();
        }
        return type == boolean.class ? BooleanNode.TRUE : IntNode.valueOf(1);
    }
}
