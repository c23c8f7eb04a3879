package io.zizhi.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Derives JSON Schemas from the records. They use only keywords that mean the same in JSON Schema 2020-12 and in
 * AsyncAPI 3.0, whose schemas extend draft 07. Unknown fields are allowed, because newer versions may add some.
 */
final class EventSchemas {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final Comments comments;
    private final String pointerToParts;
    private final Map<String, ObjectNode> parts = new TreeMap<>();

    /** @param pointerToParts where the document holds the schemas of parts, for example {@code #/$defs/} */
    EventSchemas(Comments comments, String pointerToParts) {
        this.comments = comments;
        this.pointerToParts = pointerToParts;
    }

    /** Returns the schema of {@code type} as a document of its own. */
    static ObjectNode documentOf(EventType type, Comments comments) {
        EventSchemas schemas = new EventSchemas(comments, "#/$defs/");
        ObjectNode document = node().put("$schema", DIALECT).setAll(schemas.of(type));
        document.putArray("examples").add(Golden.json(type));
        if (!schemas.parts.isEmpty()) {
            document.putObject("$defs").setAll(schemas.parts);
        }
        return document;
    }

    /** Returns the schema of {@code type}, which refers to {@link #parts}. */
    ObjectNode of(EventType type) {
        return schemaOf(type.eventClass(), Golden.json(type));
    }

    /** Returns the schemas of all records and enums to which the schemas so far refer, by name. */
    Map<String, ObjectNode> parts() {
        return parts;
    }

    private ObjectNode schemaOf(Class<?> type, @Nullable ObjectNode example) {
        ObjectNode schema = node().put("title", type.getSimpleName()).put("description", comments.ofType(type));
        return type.isEnum() ? enumOf(type, schema) : recordOf(type, example, schema);
    }

    private ObjectNode enumOf(Class<?> type, ObjectNode schema) {
        String meanings = Arrays.stream(type.getEnumConstants())
                .map(constant -> "- `" + constant + "`: " + comments.ofConstant(type, constant))
                .collect(Collectors.joining("\n"));
        schema.put("description", comments.ofType(type) + "\n\n" + meanings).put("type", "string");
        ArrayNode values = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants()).forEach(constant -> values.add(constant.toString()));
        return schema;
    }

    private ObjectNode recordOf(Class<?> type, @Nullable ObjectNode example, ObjectNode schema) {
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        ArrayNode required = node().arrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), propertyOf(type, component));
            if (isRequired(type, component, example)) {
                required.add(component.getName());
            }
        }
        return schema.set("required", required);
    }

    private ObjectNode propertyOf(Class<?> type, RecordComponent component) {
        ObjectNode plain = of(component.getGenericType());
        String meaning = comments.ofComponent(type, component.getName());
        ObjectNode property = isNullable(component) ? orNull(plain) : plain;
        return meaning.isEmpty() ? property : property.put("description", meaning);
    }

    private ObjectNode of(Type type) {
        if (type instanceof ParameterizedType list) {
            ObjectNode schema = node().put("type", "array");
            schema.set("items", of(list.getActualTypeArguments()[0]));
            return schema;
        }
        if (type.equals(long.class) || type.equals(Long.class)) {
            return node().put("type", "integer").put("format", "int64");
        }
        if (type.equals(int.class) || type.equals(Integer.class)) {
            return node().put("type", "integer").put("format", "int32");
        }
        if (type.equals(boolean.class) || type.equals(Boolean.class)) {
            return node().put("type", "boolean");
        }
        if (type.equals(Instant.class)) {
            return node().put("type", "string").put("format", "date-time");
        }
        if (type.equals(LocalDate.class)) {
            return node().put("type", "string").put("format", "date");
        }
        if (type instanceof Class<?> part && !part.equals(String.class)) {
            return partOf(part);
        }
        return node().put("type", "string");
    }

    /** Returns a reference to a part. Readers of draft 07 ignore keywords beside a reference, so it stands alone. */
    private ObjectNode partOf(Class<?> part) {
        String name = part.getSimpleName();
        if (!parts.containsKey(name)) {
            parts.put(name, node());
            parts.put(name, schemaOf(part, null));
        }
        ObjectNode schema = node();
        schema.putArray("allOf").addObject().put("$ref", pointerToParts + name);
        return schema;
    }

    private static ObjectNode orNull(ObjectNode plain) {
        if (plain.has("type")) {
            String type = plain.get("type").asText();
            plain.putArray("type").add(type).add("null");
            return plain;
        }
        ObjectNode schema = node();
        schema.putArray("anyOf").add(plain.at("/allOf/0")).addObject().put("type", "null");
        return schema;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /**
     * Returns whether events without the field are invalid. Fields that are null by design or get a default may be
     * absent from events of earlier versions.
     */
    private static boolean isRequired(Class<?> type, RecordComponent component, @Nullable ObjectNode example) {
        if (isNullable(component)) {
            return false;
        }
        if (component.getType().isPrimitive() || example == null) {
            return true;
        }
        ObjectNode earlier = example.deepCopy();
        earlier.remove(component.getName());
        try {
            return component.getAccessor().invoke(Golden.JSON.treeToValue(earlier, type)) == null;
        } catch (JsonProcessingException unreadable) {
            return true;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode node() {
        return Golden.JSON.createObjectNode();
    }
}
