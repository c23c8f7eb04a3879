package io.zizhi.platform.operations.outbox;

import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.Reason;
import io.zizhi.platform.privacy.personal.WithoutPersonalNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Requests a resend of sent events. A range is required: both sequences, both instants, or topic and aggregate. So an
 * omitted field cannot resend all events.
 *
 * @param topic resends only events of this topic
 * @param aggregateId resends only events of this aggregate
 * @param fromSequence first sequence, inclusive
 * @param toSequence last sequence, inclusive
 * @param occurredFrom start of the time range, inclusive
 * @param occurredTo end of the time range, exclusive
 * @param reason stored in the audit log
 */
public record ResendRequest(
        @Nullable String topic,
        @Nullable String aggregateId,
        @Nullable Long fromSequence,
        @Nullable Long toSequence,
        @Nullable Instant occurredFrom,
        @Nullable Instant occurredTo,

        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = Reason.MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Reason.FORM, message = "TEXT_INVALID")
        @WithoutPersonalNumbers
        String reason) {

    /** @throws io.zizhi.platform.http.problem.ProblemException 400 if the range is incomplete */
    OutboxFilter filter() {
        OutboxFilter filter = new OutboxFilter(
                OutboxState.SENT,
                Parameters.topic("/topic", topic),
                Parameters.text("/aggregateId", aggregateId),
                fromSequence,
                toSequence,
                Parameters.instant("/occurredFrom", occurredFrom == null ? null : occurredFrom.toString()),
                Parameters.instant("/occurredTo", occurredTo == null ? null : occurredTo.toString()));
        if (!filter.isBounded()) {
            throw Problems.badRequest(
                    "RANGE_REQUIRED",
                    "",
                    "Send fromSequence and toSequence, occurredFrom and occurredTo, or topic and aggregateId.");
        }
        return filter;
    }
}
