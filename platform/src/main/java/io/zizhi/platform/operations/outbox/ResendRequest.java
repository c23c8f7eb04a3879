package io.zizhi.platform.operations.outbox;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.Parameters;
import io.zizhi.platform.operations.Reason;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for sent events to be sent again. It takes a range, so that nobody re-sends everything by leaving something out:
 * both sequences, both instants, or topic and aggregate.
 *
 * @param topic only of that topic
 * @param aggregateId only of that aggregate
 * @param fromSequence the first, included
 * @param toSequence the last, included
 * @param occurredFrom not before this instant
 * @param occurredTo before this instant
 * @param reason why; it stays in the audit log
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
        String reason) {

    /** @throws io.zizhi.platform.http.problem.ProblemException 400 when it is no range */
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
                    "RANGE_REQUIRED", "", "Send both sequences, both instants, or topic and aggregateId.");
        }
        return filter;
    }
}
