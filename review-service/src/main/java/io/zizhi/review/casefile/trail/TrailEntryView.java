package io.zizhi.review.casefile.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.operations.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act or sight, as it stands in the insert-only audit log.
 *
 * @param sequence its place in the log
 * @param at when
 * @param actor who, the subject of their token
 * @param role in which role
 * @param action what, for example {@code review.unmasked}
 * @param reason what the actor gave as reason; absent where none is asked for
 * @param fields names of the fields touched or seen, never their values
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrailEntryView(
        long sequence,
        Instant at,
        String actor,
        String role,
        String action,
        @Nullable String reason,
        List<String> fields) {

    static TrailEntryView from(Row row) {
        String fields = row.text("fields");
        return new TrailEntryView(
                row.number("sequence"),
                row.instant("at"),
                row.text("actor"),
                row.text("role"),
                row.text("action"),
                row.textOrNull("reason"),
                fields.isEmpty() ? List.of() : List.of(fields.split(",", -1)));
    }
}
