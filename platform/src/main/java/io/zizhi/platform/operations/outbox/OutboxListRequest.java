package io.zizhi.platform.operations.outbox;

import io.zizhi.platform.operations.Parameters;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which events of the outbox are listed; used as a {@code @BeanParam}. */
public class OutboxListRequest {

    /** UNSENT, which is the default, FAILING or SENT. */
    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("topic")
    @Nullable
    String topic;

    @QueryParam("aggregateId")
    @Nullable
    String aggregateId;

    /** Not before this instant. */
    @QueryParam("occurredFrom")
    @Nullable
    String occurredFrom;

    /** Before this instant. */
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
