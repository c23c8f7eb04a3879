package io.zizhi.platform.operations.parked;

import io.zizhi.platform.operations.Parameters;
import io.zizhi.platform.operations.Reason;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for all parked aggregates of one cause to be taken up again.
 *
 * @param topic only of that topic; all without it
 * @param cause how the cause starts
 * @param reason why; it stays in the audit log
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
        String reason) {

    ParkedFilter filter() {
        return new ParkedFilter(Parameters.topic("/topic", topic), cause);
    }
}
