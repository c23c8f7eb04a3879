package io.zizhi.qualification.model.revision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A requested item with its words.
 *
 * @param code code from the catalogue of reasons
 * @param pointer JSON pointer into the form; empty for the whole form
 * @param documentKind kind of document requested; absent if a field is to be corrected
 * @param zh what is wrong, in Chinese; absent, as all words, for a code of a newer catalogue
 * @param en what is wrong, in English
 * @param adviceZh what to do, in Chinese
 * @param adviceEn what to do, in English
 * @param note note of the reviewer; may contain personal data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemView(
        String code,
        String pointer,
        @Nullable String documentKind,
        @Nullable String zh,
        @Nullable String en,
        @Nullable String adviceZh,
        @Nullable String adviceEn,
        @Nullable String note) {

    public static List<ItemView> of(Decision decision) {
        return decision.items().stream().map(ItemView::from).toList();
    }

    private static ItemView from(Decision.Item item) {
        return ReasonLabel.of(item.code())
                .map(label -> new ItemView(
                        item.code(),
                        item.pointer(),
                        item.documentKind(),
                        label.zh(),
                        label.en(),
                        label.adviceZh(),
                        label.adviceEn(),
                        item.note()))
                .orElseGet(() -> new ItemView(
                        item.code(), item.pointer(), item.documentKind(), null, null, null, null, item.note()));
    }
}
