package io.zizhi.platform.operations.timers;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which timers are listed; used as a {@code @BeanParam}. */
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

    @Parameter(description = "What the timer means to its owner.")
    @QueryParam("kind")
    @Nullable
    String kind;

    /** ARMED, FIRED or CANCELLED. Without it the armed ones, or all of the one owner that is asked for. */
    @Parameter(
            description = "Without it the armed ones, or all of the one owner that is asked for.",
            schema = @Schema(implementation = TimerState.class))
    @QueryParam("state")
    @Nullable
    String state;

    @Nullable
    String ownerType() {
        return Parameters.text("?ownerType", ownerType);
    }

    @Nullable
    Long ownerId() {
        return Parameters.number("?ownerId", ownerId);
    }

    @Nullable
    String kind() {
        return Parameters.text("?kind", kind);
    }

    /** Those that are over are found by their owner only; there are too many to be read through. */
    @Nullable
    TimerState state() {
        TimerState asked = Parameters.oneOf(TimerState.class, "?state", state);
        boolean oneOwner = ownerType != null && ownerId != null;
        if (asked != null && asked != TimerState.ARMED && !oneOwner) {
            throw Problems.badRequest(
                    "OWNER_REQUIRED", "?ownerId", "Send ownerType and ownerId for timers that are over.");
        }
        return asked != null || oneOwner ? asked : TimerState.ARMED;
    }
}
