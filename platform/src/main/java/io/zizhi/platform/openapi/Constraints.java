package io.zizhi.platform.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Writes the Bean Validation constraints of a field into its schema. */
final class Constraints {

    private final IndexView index;
    private boolean demandsValue;

    Constraints(IndexView index) {
        this.index = index;
    }

    /** Returns whether the constraints reject null. */
    boolean demandsValue() {
        return demandsValue;
    }

    void apply(Schema schema, List<AnnotationInstance> constraints) {
        constraints.forEach(constraint -> apply(schema, constraint));
    }

    private void apply(Schema schema, AnnotationInstance constraint) {
        switch (constraint.name().withoutPackagePrefix()) {
            case "NotNull" -> demandsValue = true;
            case "NotBlank" -> {
                demandsValue = true;
                schema.minLength(1).pattern("\\S");
            }
            case "NotEmpty" -> {
                demandsValue = true;
                size(schema, 1, null);
            }
            case "Size" -> size(schema, number(constraint, "min"), number(constraint, "max"));
            case "Text" -> schema.maxLength(number(constraint, "max"));
            case "Positive" -> schema.minimum(BigDecimal.ONE);
            case "Min" -> schema.minimum(BigDecimal.valueOf(constraint.value().asLong()));
            case "Max" -> schema.maximum(BigDecimal.valueOf(constraint.value().asLong()));
            case "Pattern" -> schema.pattern(anchored(constraint.value("regexp").asString()));
            default -> applyComposed(schema, constraint);
        }
    }

    /** Applies the parts of one of the suite's composed constraints, for example {@code DocumentId}. */
    private void applyComposed(Schema schema, AnnotationInstance constraint) {
        ClassInfo composed = index.getClassByName(constraint.name());
        if (composed != null && constraint.name().toString().startsWith("io.zizhi.")) {
            composed.declaredAnnotations().stream()
                    .filter(part -> part.name().toString().startsWith("jakarta.validation.constraints."))
                    .forEach(part -> apply(schema, part));
        }
    }

    private static @Nullable Integer number(AnnotationInstance constraint, String member) {
        AnnotationValue value = constraint.value(member);
        return value == null ? null : value.asInt();
    }

    private static void size(Schema schema, @Nullable Integer min, @Nullable Integer max) {
        boolean isList = schema.getType() != null && schema.getType().contains(SchemaType.ARRAY);
        if (min != null) {
            BiConsumer<Schema, Integer> set = isList ? Schema::setMinItems : Schema::setMinLength;
            set.accept(schema, min);
        }
        if (max != null) {
            BiConsumer<Schema, Integer> set = isList ? Schema::setMaxItems : Schema::setMaxLength;
            set.accept(schema, max);
        }
    }

    /**
     * Anchors an expression: Bean Validation matches the whole text, a schema any part of it. Drops the flag
     * {@code (?s)}, which JSON Schema does not support. The suite's expressions with this flag exclude line breaks
     * anyway.
     */
    private static String anchored(String regexp) {
        String portable = regexp.replaceFirst("^\\(\\?s\\)", "").replace("\\P{Cntrl}", "[^\\x00-\\x1F\\x7F]");
        return "^(?:" + portable + ")$";
    }
}
