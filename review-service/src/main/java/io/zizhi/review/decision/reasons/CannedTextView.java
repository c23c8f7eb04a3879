package io.zizhi.review.decision.reasons;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ready-made note to the applicant.
 *
 * @param name its name among the texts of the reason; {@code standard} is the bundled one
 * @param zh in Chinese
 * @param en in English
 * @param version to be named by a change; 0 for the bundled one, which nobody changes
 * @param changedBy who wrote it; absent from the bundled one
 * @param changedAt when it was written; absent from the bundled one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CannedTextView(
        String name,
        String zh,
        String en,
        long version,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    /** Name of the bundled text of every reason. */
    static final String STANDARD = "standard";

    /** The bundled text: what is wrong, and what to do. */
    static CannedTextView standard(ReasonCatalogue.Entry reason) {
        return new CannedTextView(
                STANDARD,
                reason.zh() + "。" + reason.adviceZh() + "。",
                reason.en() + ". " + reason.adviceEn() + ".",
                0,
                null,
                null);
    }
}
