package io.zizhi.platform.operations.reconciliation.published;

import io.zizhi.platform.operations.Reason;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/**
 * An aggregate and one of its versions.
 *
 * @param aggregateId id of the aggregate
 * @param version number of its last event; 0 before the first
 */
public record AggregateVersion(
        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = 200, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Reason.FORM, message = "TEXT_INVALID")
        String aggregateId,

        @PositiveOrZero(message = "FIELD_INVALID") long version) {}
