package io.zizhi.review.decision.making;

import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.review.decision.Finding;
import io.zizhi.review.decision.reasons.Prose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a decision.
 *
 * @param outcome the outcome
 * @param reasons at least one for a rejection, else none
 * @param items at least one for a supplement request, else none
 * @param letterOutcome the outcome for the letter that the qualification carries: APPROVED or the same outcome; by
 *     default the same. Findings about the letter have pointers that start with {@code /letter}
 */
public record DecisionRequest(
        @NotNull(message = "FIELD_REQUIRED") ReviewOutcome outcome,

        @Size(max = 50, message = "TOO_MANY_ITEMS") @Nullable
        List<@NotNull(message = "FIELD_REQUIRED") @Valid Reason> reasons,

        @Size(max = 50, message = "TOO_MANY_ITEMS") @Nullable
        List<@NotNull(message = "FIELD_REQUIRED") @Valid Item> items,

        @Nullable ReviewOutcome letterOutcome) {

    /**
     * RFC 6901 without control characters, which PostgreSQL and screens reject: empty, or a slash and any text in which
     * each tilde starts an escape. It avoids a repeated group, because Java's matcher would recurse once per character.
     */
    static final String JSON_POINTER = "(?s)(?!.*~(?![01]))(?:/[^\\x00-\\x1F\\x7F-\\x9F]*)?";

    private static final int MAX_POINTER = 200;

    /**
     * A reason of a rejection.
     *
     * @param code a code of the catalogue, usable for a rejection
     * @param pointer JSON pointer to one of the places in the list of reasons; empty for the whole
     * @param note to the applicant, up to 1,000 characters
     * @param internalNote for staff, up to 1,000 characters
     */
    public record Reason(
            @NotNull(message = "FIELD_REQUIRED") String code,

            @NotNull(message = "FIELD_REQUIRED")
            @Size(max = MAX_POINTER, message = "FIELD_TOO_LONG")
            @Pattern(regexp = JSON_POINTER, message = "POINTER_INVALID")
            String pointer,

            @Size(max = Prose.MAX, message = "FIELD_TOO_LONG")
            @Pattern(regexp = Prose.PATTERN, message = "FIELD_HAS_CONTROL_CHARACTERS")
            @Nullable
            String note,

            @Size(max = Prose.MAX, message = "FIELD_TOO_LONG")
            @Pattern(regexp = Prose.PATTERN, message = "FIELD_HAS_CONTROL_CHARACTERS")
            @Nullable
            String internalNote) {

        Finding finding() {
            return new Finding(code, pointer, null, note, internalNote);
        }
    }

    /**
     * A requested item.
     *
     * @param code a code of the catalogue, usable for a supplement request
     * @param pointer JSON pointer to one of the places in the list of reasons; empty for the whole
     * @param documentKind the requested kind of document; left out where a field is to be corrected
     * @param note to the applicant, up to 1,000 characters
     */
    public record Item(
            @NotNull(message = "FIELD_REQUIRED") String code,

            @NotNull(message = "FIELD_REQUIRED")
            @Size(max = MAX_POINTER, message = "FIELD_TOO_LONG")
            @Pattern(regexp = JSON_POINTER, message = "POINTER_INVALID")
            String pointer,

            @Nullable String documentKind,

            @Size(max = Prose.MAX, message = "FIELD_TOO_LONG")
            @Pattern(regexp = Prose.PATTERN, message = "FIELD_HAS_CONTROL_CHARACTERS")
            @Nullable
            String note) {

        Finding finding() {
            return new Finding(code, pointer, documentKind, note, null);
        }
    }

    List<Finding> reasonFindings() {
        return reasons == null
                ? List.of()
                : reasons.stream().map(Reason::finding).toList();
    }

    List<Finding> itemFindings() {
        return items == null ? List.of() : items.stream().map(Item::finding).toList();
    }
}
