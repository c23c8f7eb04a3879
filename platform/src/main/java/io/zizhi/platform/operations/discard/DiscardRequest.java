package io.zizhi.platform.operations.discard;

import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.Reason;
import io.zizhi.platform.privacy.personal.WithoutPersonalNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requests a discard. Names the object so exactly that nothing else can match when the request is confirmed.
 *
 * @param kind kind of object to discard
 * @param topic required for an event and for differences
 * @param aggregateId required for an event and for one difference
 * @param eventId required for a parked event
 * @param version required for a missing event, and for one difference: the version here
 * @param deadLetterId required for a dead letter
 * @param reconciliationId required for many differences: the comparison that reported them, which must have ended
 * @param cause required for many parked events: prefix of the cause for which their aggregates are parked
 * @param receivedFrom required for many parked events: start of the period in which this service received them
 * @param receivedTo required for many parked events: end of that period, excluded; a later end counts as now
 * @param reason shown to the second operator and stored in the audit log
 */
public record DiscardRequest(
        @NotNull(message = "FIELD_REQUIRED") DiscardKind kind,
        @Nullable String topic,
        @Nullable String aggregateId,
        @Nullable UUID eventId,
        @Nullable Long version,
        @Nullable Long deadLetterId,
        @Nullable Long reconciliationId,

        @Nullable
        @Size(min = 1, max = 200, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Reason.FORM, message = "TEXT_INVALID")
        @WithoutPersonalNumbers
        String cause,

        @Nullable Instant receivedFrom,
        @Nullable Instant receivedTo,

        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = Reason.MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Reason.FORM, message = "TEXT_INVALID")
        @WithoutPersonalNumbers
        String reason) {

    String requireTopic() {
        return required("/topic", Parameters.topic("/topic", topic));
    }

    String requireAggregateId() {
        return required("/aggregateId", Parameters.text("/aggregateId", aggregateId));
    }

    UUID requireEventId() {
        return required("/eventId", eventId);
    }

    long requireVersion() {
        return required("/version", version);
    }

    long requireDeadLetterId() {
        return required("/deadLetterId", deadLetterId);
    }

    long requireReconciliationId() {
        return required("/reconciliationId", reconciliationId);
    }

    String requireCause() {
        return required("/cause", cause);
    }

    Instant requireReceivedFrom() {
        return required("/receivedFrom", instant("/receivedFrom", receivedFrom));
    }

    Instant requireReceivedTo() {
        return required("/receivedTo", instant("/receivedTo", receivedTo));
    }

    private static @Nullable Instant instant(String pointer, @Nullable Instant value) {
        return Parameters.instant(pointer, value == null ? null : value.toString());
    }

    private static <T> T required(String pointer, @Nullable T value) {
        if (value == null) {
            throw Problems.badRequest("FIELD_REQUIRED", pointer, "This field is required for the given `kind`.");
        }
        return value;
    }
}
