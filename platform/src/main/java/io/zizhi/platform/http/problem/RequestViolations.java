package io.zizhi.platform.http.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns errors of Jackson and Bean Validation into violations with JSON pointers. Also used for JSON that is not a
 * request body.
 */
public final class RequestViolations {

    private static final java.util.regex.Pattern CODE = java.util.regex.Pattern.compile("[A-Z][A-Z0-9_]+");

    private RequestViolations() {}

    /**
     * Converts a constraint violation. The constraint's message is the code; the pointer is its path without the method
     * and the parameter. The detail names the bounds of the constraint.
     */
    public static Violation from(ConstraintViolation<?> violation) {
        String message = violation.getMessage();
        String code = CODE.matcher(message).matches() ? message : "FIELD_INVALID";
        return new Violation(pointer(violation.getPropertyPath()), code, detail(code, violation));
    }

    /** Converts a failure to parse text as JSON of the expected type. */
    public static Violation from(JsonProcessingException failure) {
        if (!(failure instanceof JsonMappingException mapping)) {
            return malformed(failure.getLocation());
        }
        String pointer = pointer(mapping.getPath());
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            return new Violation(pointer, "FIELD_UNKNOWN", "Unknown field. Known fields: " + names(unknown) + ".");
        }
        if (mapping.getCause() instanceof ProblemException problem) {
            return new Violation(pointer, problem.code(), problem.detail());
        }
        return new Violation(pointer, "FIELD_TYPE_WRONG", expectation(mapping));
    }

    private static String detail(String code, ConstraintViolation<?> violation) {
        ConstraintDescriptor<?> constraint = violation.getConstraintDescriptor();
        String parts = violation.getInvalidValue() instanceof CharSequence ? " characters." : " entries.";
        return switch (code) {
            case "FIELD_REQUIRED" -> "Fill in this field.";
            case "BODY_REQUIRED" -> "Send a JSON body.";
            case "FIELD_TOO_LONG" ->
                "Send at most " + constraint.getAttributes().get("max") + " characters.";
            case "FIELD_HAS_CONTROL_CHARACTERS" -> "Remove control characters such as line breaks and tabs.";
            case "FIELD_NOT_UNICODE" -> "The text must be valid Unicode without NUL characters.";
            case "TEXT_INVALID" -> "Send text without control characters such as line breaks and tabs.";
            case "PERSONAL_NUMBER" ->
                "Remove id numbers and phone numbers. This text is stored for good; refer to the work order instead.";
            case "POINTER_INVALID" -> "Send a JSON pointer such as /company/name.";
            case "TIME_INVALID" -> "Send a time of day such as 09:00.";
            case "PHONE_CODE_FORM" -> "Send the 6 digits of the code.";
            default -> bound(constraint.getAnnotation(), parts);
        };
    }

    /**
     * Names the bound of a standard constraint.
     *
     * @param parts the unit of a size, such as characters or items
     */
    private static String bound(Annotation constraint, String parts) {
        return switch (constraint) {
            case Pattern form -> "The value must match " + form.regexp() + ".";
            case Size size when size.min() > 0 -> "Send " + size.min() + " to " + size.max() + parts;
            case Size size -> "Send at most " + size.max() + parts;
            case Positive positive -> "Send a whole number of at least 1.";
            case PositiveOrZero natural -> "Send a whole number of at least 0.";
            case Min least -> "Send a whole number of at least " + least.value() + ".";
            case Max most -> "Send a whole number of at most " + most.value() + ".";
            default -> "The value is not valid for this field.";
        };
    }

    private static String names(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? "none"
                : unknown.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String expectation(JsonMappingException mapping) {
        Class<?> type = targetOf(mapping);
        return type == null ? "The value has the wrong type or format for this field." : expectation(type);
    }

    /** Returns the type that the value should have had, or null if Jackson does not report it. */
    static @Nullable Class<?> targetOf(JsonProcessingException failure) {
        return switch (failure) {
            case MismatchedInputException mismatch -> mismatch.getTargetType();
            case InputCoercionException overflow -> overflow.getTargetType();
            default -> failure.getCause() instanceof InputCoercionException overflow ? overflow.getTargetType() : null;
        };
    }

    private static String expectation(Class<?> type) {
        if (type.isEnum()) {
            return "The value must be one of " + Arrays.toString(type.getEnumConstants()) + ".";
        }
        if (type.isRecord()) {
            return "Send a JSON object.";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "Send a JSON array.";
        }
        return switch (type.getSimpleName()) {
            case "String" -> "Send a JSON string.";
            case "boolean", "Boolean" -> "Send true or false.";
            case "int", "Integer", "long", "Long" -> "Send a whole number.";
            case "LocalDate" -> "Send a date such as 2026-11-25.";
            case "Instant" -> "Send an instant such as 2026-11-25T09:00:00+08:00.";
            default -> "The value has the wrong type or format for this field.";
        };
    }

    private static Violation malformed(@Nullable JsonLocation place) {
        return place == null
                ? new Violation("", "JSON_MALFORMED", "The body is not well-formed JSON.")
                : new Violation(
                        "",
                        "JSON_MALFORMED",
                        "The body is not well-formed JSON: see line " + place.getLineNr() + ", column "
                                + place.getColumnNr() + ".");
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex()))
                .map(RequestViolations::escape)
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(escape(node.getName()));
            }
        }
        return pointer.toString();
    }

    private static String escape(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
