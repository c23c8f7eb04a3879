package io.zizhi.platform.operations.outbox;

import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.operations.Reason;
import io.zizhi.platform.privacy.personal.WithoutPersonalNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Requests an immediate retry of failing events.
 *
 * @param topic only events of this topic; by default all topics
 * @param aggregateId only events of this aggregate; by default all
 * @param reason stored in the audit log
 */
public record SendRetryRequest(
        @Nullable String topic,
        @Nullable String aggregateId,

        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = Reason.MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Reason.FORM, message = "TEXT_INVALID")
        @WithoutPersonalNumbers
        String reason) {

    OutboxFilter filter() {
        return new OutboxFilter(
                OutboxState.FAILING,
                Parameters.topic("/topic", topic),
                Parameters.text("/aggregateId", aggregateId),
                null,
                null,
                null,
                null);
    }
}
