package io.zizhi.platform.openapi;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * JSON schemas of records and enums, strict enough to check responses: all fields, no other field, and null only where
 * it can occur. In a request, the fields that reject null are required, and null means the same as absent. In a
 * response, all fields that Jackson always writes are required.
 */
final class Schemas {

    private static final DotName JSON_VALUE = name("com.fasterxml.jackson.annotation.JsonValue");
    private static final DotName JSON_IGNORE = name("com.fasterxml.jackson.annotation.JsonIgnore");
    private static final DotName JSON_INCLUDE = name("com.fasterxml.jackson.annotation.JsonInclude");
    private static final DotName JSON_UNWRAPPED = name("com.fasterxml.jackson.annotation.JsonUnwrapped");
    static final DotName NULLABLE = name("org.jspecify.annotations.Nullable");
    private static final DotName RECORD = name("java.lang.Record");
    private static final Set<String> LISTS = Set.of("java.util.List", "java.util.Set", "java.util.Collection");

    private final IndexView index;
    private final Comments comments;
    private final Set<DotName> sent = new HashSet<>();
    private final SortedMap<String, Schema> components = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** @param bodies types of the request bodies of the service */
    Schemas(IndexView index, Comments comments, List<Type> bodies) {
        this.index = index;
        this.comments = comments;
        bodies.forEach(this::markAsSent);
    }

    private static DotName name(String className) {
        return DotName.createSimple(className);
    }

    /** Returns the schemas referred to so far, by name. */
    Map<String, Schema> components() {
        return components;
    }

    private void markAsSent(Type type) {
        if (type.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            type.asParameterizedType().arguments().forEach(this::markAsSent);
        }
        ClassInfo info = index.getClassByName(type.name());
        if (info != null && isRecord(info) && sent.add(info.name())) {
            info.fields().stream().filter(Schemas::isComponent).forEach(field -> markAsSent(field.type()));
        }
    }

    private static boolean isRecord(ClassInfo info) {
        return RECORD.equals(info.superName());
    }

    private static boolean isComponent(FieldInfo field) {
        return !Modifier.isStatic(field.flags()) && !field.hasAnnotation(JSON_IGNORE);
    }

    /** Returns the schema of a type: a reference for records and enums. */
    Schema of(Type type) {
        return of(type, Map.of());
    }

    private Schema of(Type type, Map<String, Type> variables) {
        return switch (type.kind()) {
            case TYPE_VARIABLE ->
                of(Objects.requireNonNull(variables.get(type.asTypeVariable().identifier())), variables);
            case PARAMETERIZED_TYPE -> ofGeneric(type, variables);
            default -> ofNamed(type);
        };
    }

    private Schema ofGeneric(Type type, Map<String, Type> variables) {
        List<Type> arguments = type.asParameterizedType().arguments();
        if (LISTS.contains(type.name().toString())) {
            Type item = arguments.getFirst();
            Schema items = of(item, variables);
            new Constraints(index).apply(items, item.annotations());
            return array().items(items);
        }
        if (type.name().toString().equals("java.util.Map")) {
            return OASFactory.createSchema().addType(SchemaType.OBJECT);
        }
        return reference(type, arguments);
    }

    private static Schema array() {
        return OASFactory.createSchema().addType(SchemaType.ARRAY);
    }

    private Schema ofNamed(Type type) {
        return switch (type.name().toString()) {
            case "java.lang.String" -> text(null);
            case "java.util.UUID" -> text("uuid");
            case "boolean", "java.lang.Boolean" -> OASFactory.createSchema().addType(SchemaType.BOOLEAN);
            case "int", "java.lang.Integer" -> integer("int32");
            case "long", "java.lang.Long" -> integer("int64");
            case "double", "java.lang.Double" ->
                OASFactory.createSchema().addType(SchemaType.NUMBER).format("double");
            case "java.time.Instant", "java.time.OffsetDateTime" -> text("date-time");
            case "java.time.LocalDate" -> text("date");
            case "java.time.Duration" -> text("duration");
            case "com.fasterxml.jackson.databind.JsonNode", "java.lang.Object" -> OASFactory.createSchema();
            default -> reference(type, List.of());
        };
    }

    private static Schema text(@Nullable String format) {
        return OASFactory.createSchema().addType(SchemaType.STRING).format(format);
    }

    private static Schema integer(String format) {
        return OASFactory.createSchema().addType(SchemaType.INTEGER).format(format);
    }

    private Schema reference(Type type, List<Type> arguments) {
        ClassInfo info = index.getClassByName(type.name());
        if (info == null) {
            return OASFactory.createSchema();
        }
        Optional<Type> value = info.methods().stream()
                .filter(method -> method.hasAnnotation(JSON_VALUE))
                .map(method -> method.returnType())
                .findFirst();
        if (value.isPresent()) {
            return of(value.get());
        }
        String key = info.name() + arguments.stream().map(Type::name).toList().toString();
        String known = names.get(key);
        if (known == null) {
            known = freeName(info, arguments);
            names.put(key, known);
            components.put(known, OASFactory.createSchema());
            components.put(known, info.isEnum() ? ofEnum(info) : ofRecord(info, arguments));
        }
        return OASFactory.createSchema().ref("#/components/schemas/" + known);
    }

    private String freeName(ClassInfo info, List<Type> arguments) {
        StringBuilder name = new StringBuilder();
        arguments.forEach(argument -> name.append(simpleName(argument)));
        name.append(info.simpleName());
        if (!components.containsKey(name.toString())) {
            return name.toString();
        }
        return info.name().withoutPackagePrefix().replace("$", "") + arguments.size();
    }

    private static String simpleName(Type type) {
        return type.name().withoutPackagePrefix().replaceFirst(".*\\$", "");
    }

    private Schema ofEnum(ClassInfo info) {
        Schema schema = text(null);
        StringBuilder description = new StringBuilder(description(info));
        for (FieldInfo constant : info.enumConstants()) {
            schema.addEnumeration(constant.name());
            comments.of(info.name() + "#" + constant.name())
                    .ifPresent(comment -> description
                            .append("\n- `")
                            .append(constant.name())
                            .append("`: ")
                            .append(comment));
        }
        return schema.description(description.toString());
    }

    private String description(ClassInfo info) {
        return comments.of(info.name().toString()).orElse("");
    }

    private Schema ofRecord(ClassInfo info, List<Type> arguments) {
        Schema schema = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description(description(info))
                .properties(new LinkedHashMap<>())
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        addProperties(schema, info, variables(info, arguments));
        return schema;
    }

    private static Map<String, Type> variables(ClassInfo info, List<Type> arguments) {
        Map<String, Type> variables = new HashMap<>();
        for (int position = 0; position < arguments.size(); position++) {
            variables.put(info.typeParameters().get(position).identifier(), arguments.get(position));
        }
        return variables;
    }

    private void addProperties(Schema schema, ClassInfo info, Map<String, Type> variables) {
        for (FieldInfo field : info.fieldsInDeclarationOrder()) {
            if (!isComponent(field)) {
                continue;
            }
            if (field.hasDeclaredAnnotation(JSON_UNWRAPPED)) {
                addProperties(schema, index.getClassByName(field.type().name()), variables);
                continue;
            }
            Constraints constraints = new Constraints(index);
            List<AnnotationInstance> annotations = annotationsOf(field);
            Schema property = of(field.type(), variables);
            constraints.apply(property, annotations);
            boolean isNullable =
                    annotations.stream().anyMatch(found -> found.name().equals(NULLABLE));
            boolean isPrimitive = field.type().kind() == Type.Kind.PRIMITIVE;
            boolean isSent = sent.contains(info.name());
            String inclusion = inclusion(info, field);
            boolean isRequired =
                    isSent ? isPrimitive || constraints.demandsValue() : !mayBeLeftOut(inclusion, isNullable, property);
            boolean takesNull = isSent ? !isRequired : isNullable && inclusion.equals("ALWAYS");
            comments.ofParameter(info.name().toString(), field.name()).ifPresent(property::description);
            schema.addProperty(field.name(), takesNull ? orNull(property) : property);
            if (isRequired) {
                schema.addRequired(field.name());
            }
        }
    }

    /** Returns the annotations of the field and of its type, without those of type arguments. */
    static List<AnnotationInstance> annotationsOf(FieldInfo field) {
        List<AnnotationInstance> annotations = new ArrayList<>();
        field.declaredAnnotations().stream()
                .filter(found -> found.target().kind() == AnnotationTarget.Kind.FIELD)
                .forEach(annotations::add);
        annotations.addAll(field.type().annotations());
        return annotations;
    }

    private static String inclusion(ClassInfo info, FieldInfo field) {
        AnnotationInstance include = field.hasDeclaredAnnotation(JSON_INCLUDE)
                ? field.declaredAnnotation(JSON_INCLUDE)
                : info.declaredAnnotation(JSON_INCLUDE);
        return include == null || include.value() == null
                ? "ALWAYS"
                : include.value().asEnum();
    }

    private static boolean mayBeLeftOut(String inclusion, boolean isNullable, Schema property) {
        boolean isList = property.getType() != null && property.getType().contains(SchemaType.ARRAY);
        return switch (inclusion) {
            case "NON_NULL" -> isNullable;
            case "NON_EMPTY" -> isNullable || isList;
            default -> false;
        };
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            Schema either = OASFactory.createSchema()
                    .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
            return either.description(schema.getDescription());
        }
        return schema.getType() == null ? schema : schema.addType(SchemaType.NULL);
    }
}
