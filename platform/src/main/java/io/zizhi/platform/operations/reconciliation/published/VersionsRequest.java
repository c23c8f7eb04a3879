package io.zizhi.platform.operations.reconciliation.published;

import io.zizhi.platform.operations.Reason;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Requests the last version of each aggregate.
 *
 * @param topic topic of their events
 * @param aggregateIds at most 500 ids, which are read in milliseconds
 */
public record VersionsRequest(
        @NotBlank(message = "FIELD_REQUIRED") String topic,

        @NotEmpty(message = "FIELD_REQUIRED") @Size(max = PublishedEvents.MOST, message = "TOO_MANY_ITEMS")
        List<
                        @NotBlank(message = "FIELD_REQUIRED") @Size(max = 200, message = "FIELD_TOO_LONG")
                        @Pattern(regexp = Reason.FORM, message = "TEXT_INVALID") String>
                aggregateIds) {}
