package io.zizhi.qualification.model.revision;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.DecisionReason;
import io.zizhi.contracts.SupplementItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reviewer's message to the applicant.
 *
 * @param reasons reasons of a rejection; otherwise empty
 * @param items items of a supplement request; otherwise empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Decision(List<Reason> reasons, List<Item> items) {

    /** A decision without reasons and items, such as an approval. */
    public static final Decision WITHOUT_WORDS = new Decision(List.of(), List.of());

    public Decision {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** Creates a decision from an event, which contains no notes. */
    public static Decision of(List<DecisionReason> reasons, List<SupplementItem> items) {
        return new Decision(
                reasons.stream()
                        .map(reason -> new Reason(reason.code(), reason.pointer(), null))
                        .toList(),
                items.stream()
                        .map(item -> new Item(item.code(), item.pointer(), item.documentKind(), null))
                        .toList());
    }

    /**
     * A reason of a rejection.
     *
     * @param code code from the catalogue of reasons
     * @param pointer JSON pointer into the form; empty for the whole form
     * @param note note of the reviewer; may contain personal data
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(
            String code, String pointer, @Nullable String note) {}

    /**
     * A requested item.
     *
     * @param code code from the catalogue of reasons
     * @param pointer JSON pointer into the form; empty for the whole form
     * @param documentKind kind of document requested; null if a field is to be corrected
     * @param note note of the reviewer; may contain personal data
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String code,
            String pointer,
            @Nullable String documentKind,
            @Nullable String note) {}
}
