package io.zizhi.review.casefile.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One action or view, as recorded in the insert-only audit log.
 *
 * @param sequence its position in the log
 * @param at when it happened
 * @param actor the {@code sub} of the actor's token
 * @param role the actor's role
 * @param action the action, for example {@code review.unmasked}
 * @param reason the reason that the actor gave; absent if none is required
 * @param fields names of the fields written or viewed, never their values
 * @param recipient the person to whom the review was assigned; absent if it went to nobody
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrailEntryView(
        long sequence,
        Instant at,
        String actor,
        String role,
        String action,
        @Nullable String reason,
        List<String> fields,
        @Nullable String recipient) {

    static TrailEntryView from(Row row) {
        String fields = row.text("fields");
        return new TrailEntryView(
                row.number("sequence"),
                row.instant("at"),
                row.text("actor"),
                row.text("role"),
                row.text("action"),
                row.textOrNull("reason"),
                fields.isEmpty() ? List.of() : List.of(fields.split(",", -1)),
                row.textOrNull("recipient"));
    }
}
