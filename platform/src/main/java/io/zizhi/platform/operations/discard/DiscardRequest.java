package io.zizhi.platform.operations.discard;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.Parameters;
import io.zizhi.platform.operations.Reason;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for something to be given up, and names it so exactly that nothing else can be meant by the time it is confirmed.
 *
 * @param kind what is given up
 * @param topic for an event
 * @param aggregateId for an event
 * @param eventId for a parked event
 * @param version for a missing event
 * @param deadLetterId for a dead letter
 * @param reason why; the second person reads it, and it stays in the audit log
 */
public record DiscardRequest(
        @NotNull(message = "FIELD_REQUIRED") DiscardKind kind,
        @Nullable String topic,
        @Nullable String aggregateId,
        @Nullable UUID eventId,
        @Nullable Long version,
        @Nullable Long deadLetterId,

        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = Reason.MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Reason.FORM, message = "TEXT_INVALID")
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

    private static <T> T required(String pointer, @Nullable T value) {
        if (value == null) {
            throw Problems.badRequest("FIELD_REQUIRED", pointer, "Fill in this field for that kind.");
        }
        return value;
    }
}
