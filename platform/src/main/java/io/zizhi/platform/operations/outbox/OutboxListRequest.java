package io.zizhi.platform.operations.outbox;

import io.zizhi.platform.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the outbox list; used as a {@code @BeanParam}. */
public class OutboxListRequest {

    /** UNSENT (the default), FAILING or SENT. */
    @Parameter(
            description = "State of the events; by default the unsent ones.",
            schema = @Schema(implementation = OutboxState.class))
    @QueryParam("state")
    @Nullable
    String state;

    @Parameter(description = "Only of that topic.")
    @QueryParam("topic")
    @Nullable
    String topic;

    @Parameter(description = "Only of that aggregate.")
    @QueryParam("aggregateId")
    @Nullable
    String aggregateId;

    /** Start of the time range, inclusive. */
    @Parameter(
            description = "Not before this instant.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @QueryParam("occurredFrom")
    @Nullable
    String occurredFrom;

    /** End of the time range, exclusive. */
    @Parameter(description = "Before this instant.", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @QueryParam("occurredTo")
    @Nullable
    String occurredTo;

    OutboxFilter filter() {
        OutboxState asked = Parameters.oneOf(OutboxState.class, "?state", state);
        return new OutboxFilter(
                asked == null ? OutboxState.UNSENT : asked,
                Parameters.topic("?topic", topic),
                Parameters.text("?aggregateId", aggregateId),
                null,
                null,
                Parameters.instant("?occurredFrom", occurredFrom),
                Parameters.instant("?occurredTo", occurredTo));
    }
}
