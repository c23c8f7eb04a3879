package io.zizhi.qualification.model.revision;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.DecisionReason;
import io.zizhi.contracts.SupplementItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer told the applicant.
 *
 * @param reasons of a rejection; else empty
 * @param items of a supplement request; else empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Decision(List<Reason> reasons, List<Item> items) {

    /** A decision without anything to say, as an approval is. */
    public static final Decision WITHOUT_WORDS = new Decision(List.of(), List.of());

    public Decision {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** The decision as the event tells it, without prose. */
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
     * Why it was rejected.
     *
     * @param code from the desk's catalogue
     * @param pointer JSON pointer into the form; empty for the whole
     * @param note the reviewer's words; may hold personal data
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(
            String code, String pointer, @Nullable String note) {}

    /**
     * What is asked for.
     *
     * @param code from the desk's catalogue
     * @param pointer JSON pointer into the form; empty for the whole
     * @param documentKind kind of document asked for; null where a field is to be corrected
     * @param note the reviewer's words; may hold personal data
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String code,
            String pointer,
            @Nullable String documentKind,
            @Nullable String note) {}
}
