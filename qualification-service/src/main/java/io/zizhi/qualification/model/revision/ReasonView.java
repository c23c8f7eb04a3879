package io.zizhi.qualification.model.revision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reason of a rejection with its words.
 *
 * @param code code from the catalogue of reasons
 * @param pointer JSON pointer into the form; empty for the whole form
 * @param zh what is wrong, in Chinese; absent, as all words, for a code of a newer catalogue
 * @param en what is wrong, in English
 * @param adviceZh what to do, in Chinese
 * @param adviceEn what to do, in English
 * @param note note of the reviewer; may contain personal data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReasonView(
        String code,
        String pointer,
        @Nullable String zh,
        @Nullable String en,
        @Nullable String adviceZh,
        @Nullable String adviceEn,
        @Nullable String note) {

    public static List<ReasonView> of(Decision decision) {
        return decision.reasons().stream().map(ReasonView::from).toList();
    }

    private static ReasonView from(Decision.Reason reason) {
        return ReasonLabel.of(reason.code())
                .map(label -> new ReasonView(
                        reason.code(),
                        reason.pointer(),
                        label.zh(),
                        label.en(),
                        label.adviceZh(),
                        label.adviceEn(),
                        reason.note()))
                .orElseGet(
                        () -> new ReasonView(reason.code(), reason.pointer(), null, null, null, null, reason.note()));
    }
}
