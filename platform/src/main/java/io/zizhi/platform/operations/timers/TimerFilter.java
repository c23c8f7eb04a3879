package io.zizhi.platform.operations.timers;

import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.problem.Problems;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the timer list; used as a {@code @BeanParam}. */
public class TimerFilter {

    /** Kind of aggregate, for example {@code review}. */
    @Parameter(description = "Kind of aggregate, for example `review`.")
    @QueryParam("ownerType")
    @Nullable
    String ownerType;

    /** Id of the aggregate. */
    @Parameter(
            description = "Id of the aggregate.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
    @QueryParam("ownerId")
    @Nullable
    String ownerId;

    @Parameter(description = "Kind of timer, defined by its owner.")
    @QueryParam("kind")
    @Nullable
    String kind;

    /** ARMED, FIRED or CANCELLED. By default armed timers, or all timers of the requested owner. */
    @Parameter(
            description = "By default the armed ones, or all timers of the requested owner.",
            schema = @Schema(implementation = TimerState.class))
    @QueryParam("state")
    @Nullable
    String state;

    NativeQuery on(NativeQuery query) {
        query.where("owner_type = :ownerType", "ownerType", Parameters.text("?ownerType", ownerType))
                .where("owner_id = :ownerId", "ownerId", Parameters.number("?ownerId", ownerId))
                .where("kind = :kind", "kind", Parameters.text("?kind", kind));
        TimerState asked = state();
        // A literal, so that the partial index is used.
        return asked == null ? query : query.where("state = '" + asked.name() + "'");
    }

    /**
     * Returns the requested state. Finished timers can only be listed by owner, because there are too many to page
     * through.
     */
    private @Nullable TimerState state() {
        TimerState asked = Parameters.oneOf(TimerState.class, "?state", state);
        boolean oneOwner = ownerType != null && ownerId != null;
        if (asked != null && asked != TimerState.ARMED && !oneOwner) {
            throw Problems.badRequest(
                    "OWNER_REQUIRED", "?ownerId", "Send `ownerType` and `ownerId` to list fired or cancelled timers.");
        }
        return asked != null || oneOwner ? asked : TimerState.ARMED;
    }
}
