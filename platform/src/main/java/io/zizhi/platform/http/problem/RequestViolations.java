package io.zizhi.platform.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns errors of Jackson and Bean Validation into violations with JSON pointers. Also used for JSON that is not a
 * request body.
 */
public final class RequestViolations {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]+");

    private RequestViolations() {}

    /**
     * Converts a constraint violation. The constraint's message is the code; the pointer is its path without the method
     * and the parameter.
     */
    public static Violation from(ConstraintViolation<?> violation) {
        String message = violation.getMessage();
        String code = CODE.matcher(message).matches() ? message : "FIELD_INVALID";
        return new Violation(pointer(violation.getPropertyPath()), code, detail(code));
    }

    /** Converts a failure to parse text as JSON of the expected type. */
    public static Violation from(JsonProcessingException failure) {
        if (!(failure instanceof JsonMappingException mapping)) {
            return new Violation("", "JSON_MALFORMED", "The body is not well-formed JSON" + at(failure) + ".");
        }
        String pointer = pointer(mapping.getPath());
        if (mapping instanceof UnrecognizedPropertyException) {
            return new Violation(pointer, "FIELD_UNKNOWN", "Unknown field. Remove it or correct its name.");
        }
        if (mapping.getCause() instanceof ProblemException problem) {
            return new Violation(pointer, problem.code(), problem.detail());
        }
        return new Violation(pointer, "FIELD_TYPE_WRONG", expectation(mapping));
    }

    private static String detail(String code) {
        return switch (code) {
            case "FIELD_REQUIRED" -> "Fill in this field.";
            case "BODY_REQUIRED" -> "Send a JSON body.";
            case "FIELD_TOO_LONG" -> "The value is too long.";
            default -> "The value is not valid for this field.";
        };
    }

    private static String expectation(JsonMappingException mapping) {
        if (mapping instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            return "The value must be one of "
                    + Arrays.toString(format.getTargetType().getEnumConstants()) + ".";
        }
        return "The value has the wrong type or format for this field.";
    }

    private static String at(JsonProcessingException failure) {
        return failure.getLocation() == null
                ? ""
                : " at line " + failure.getLocation().getLineNr() + ", column "
                        + failure.getLocation().getColumnNr();
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
