package io.zizhi.review.decision.reasons;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ready-made note to the applicant.
 *
 * @param name its name within the reason; {@code standard} is the bundled text
 * @param zh the Chinese text
 * @param en the English text
 * @param version the version that a change must name; 0 for the bundled text, which cannot be changed
 * @param changedBy who wrote it; absent from the bundled text
 * @param changedAt when it was written; absent from the bundled text
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

    /** Builds the bundled text: what is wrong, and what to do. */
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
