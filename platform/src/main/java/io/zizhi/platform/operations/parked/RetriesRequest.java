package io.zizhi.platform.operations.parked;

import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.operations.Reason;
import io.zizhi.platform.privacy.personal.WithoutPersonalNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Requests to resume all aggregates parked for one cause.
 *
 * @param topic only aggregates of this topic; by default all
 * @param cause prefix of the cause
 * @param reason stored in the audit log
 */
public record RetriesRequest(
        @Nullable String topic,

        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = 200, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Reason.FORM, message = "TEXT_INVALID")
        String cause,

        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = Reason.MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Reason.FORM, message = "TEXT_INVALID")
        @WithoutPersonalNumbers
        String reason) {

    ParkedFilter filter() {
        return new ParkedFilter(Parameters.topic("/topic", topic), cause);
    }
}
