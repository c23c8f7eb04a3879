package io.zizhi.qualification.model.revision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.ExtensionReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of the due time of a review.
 *
 * @param at when it was changed
 * @param previousDueAt due time before
 * @param dueAt due time afterwards
 * @param reason why a supervisor gave more time; absent if the clock's policies or calendar changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DueChange(
        Instant at,
        Instant previousDueAt,
        Instant dueAt,
        @Nullable ExtensionReason reason) {

    private static final String AT = "at";
    private static final String PREVIOUS = "previousDueAt";
    private static final String DUE = "dueAt";
    private static final String REASON = "reason";

    JsonObject stored() {
        JsonObject stored = new JsonObject()
                .put(AT, at.toString())
                .put(PREVIOUS, previousDueAt.toString())
                .put(DUE, dueAt.toString());
        return reason == null ? stored : stored.put(REASON, reason.name());
    }

    static DueChange of(JsonObject stored) {
        String reason = stored.getString(REASON);
        return new DueChange(
                Instant.parse(stored.getString(AT)),
                Instant.parse(stored.getString(PREVIOUS)),
                Instant.parse(stored.getString(DUE)),
                reason == null ? null : ExtensionReason.valueOf(reason));
    }
}
