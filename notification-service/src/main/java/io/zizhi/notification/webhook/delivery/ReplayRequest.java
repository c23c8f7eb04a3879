package io.zizhi.notification.webhook.delivery;

import io.zizhi.notification.webhook.WebhookStatus;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.problem.Problems;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries to replay: one, or those of a time range.
 *
 * @param deliveryId one finished delivery; omit it for a time range
 * @param from start of the time range in which the events arrived, inclusive
 * @param to end of the time range, exclusive
 * @param status DELIVERED or FAILED, for a time range; FAILED by default
 */
public record ReplayRequest(
        @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "DELIVERY_ID_INVALID") @Nullable
        String deliveryId,

        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable WebhookStatus status) {

    /** Fails with 400 unless it names one delivery or a time range. */
    ReplayRequest requireComplete() {
        boolean one = deliveryId != null && from == null && to == null && status == null;
        boolean range = deliveryId == null && from != null && to != null && from.isBefore(to);
        if (!one && !range) {
            throw Problems.badRequest("REPLAY_INVALID", "", "Send either `deliveryId`, or `from` and a later `to`.");
        }
        if (status == WebhookStatus.QUEUED) {
            throw Problems.badRequest("REPLAY_INVALID", "/status", "Only finished deliveries can be replayed.");
        }
        return this;
    }

    boolean isOfOne() {
        return deliveryId != null;
    }

    NativeQuery on(NativeQuery query) {
        if (deliveryId != null) {
            return query.where("d.webhook_id = :id").with("id", deliveryId);
        }
        return query.where("d.status = :status")
                .with(
                        "status",
                        Objects.requireNonNullElse(status, WebhookStatus.FAILED).name())
                .where("d.queued_at >= :from", "from", stored("/from", from))
                .where("d.queued_at < :to", "to", stored("/to", to));
    }

    /** Returns the instant, which must be one that the database can compare. */
    private static @Nullable Instant stored(String pointer, @Nullable Instant instant) {
        return Parameters.instant(pointer, instant == null ? null : instant.toString());
    }

    /** Returns the same text for the same request. */
    String fingerprint() {
        return deliveryId + " " + from + " " + to + " " + status;
    }
}
