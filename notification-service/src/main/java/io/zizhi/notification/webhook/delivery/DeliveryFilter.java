package io.zizhi.notification.webhook.delivery;

import io.zizhi.notification.webhook.WebhookStatus;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of deliveries; used as a {@code @BeanParam}. */
public class DeliveryFilter {

    /** QUEUED, DELIVERED or FAILED. */
    @Parameter(description = "Status of the delivery.", schema = @Schema(implementation = WebhookStatus.class))
    @QueryParam("status")
    @Nullable
    String status;

    /** Type of the event. */
    @Parameter(description = "Type of the event, for example `qualification.approved`.")
    @QueryParam("eventType")
    @Nullable
    String eventType;

    /** Start of the time range, inclusive. */
    @Parameter(
            description = "Only deliveries queued at this time or later.",
            schema = @Schema(implementation = String.class, format = "date-time"))
    @QueryParam("from")
    @Nullable
    String from;

    /** End of the time range, exclusive. */
    @Parameter(
            description = "Only deliveries queued before this time.",
            schema = @Schema(implementation = String.class, format = "date-time"))
    @QueryParam("to")
    @Nullable
    String to;

    NativeQuery on(NativeQuery query) {
        WebhookStatus asked = Parameters.oneOf(WebhookStatus.class, "?status", status);
        return query.where("d.status = :status", "status", asked == null ? null : asked.name())
                .where("d.event_type = :eventType", "eventType", Parameters.text("?eventType", eventType))
                .where("d.queued_at >= :from", "from", Parameters.instant("?from", from))
                .where("d.queued_at < :to", "to", Parameters.instant("?to", to));
    }
}
