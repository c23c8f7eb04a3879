package io.zizhi.platform.operations.reconciliation.published;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Requests the events after the given versions again.
 *
 * @param topic topic of the events
 * @param aggregates at most 500, each with the last version that the caller has applied
 */
public record MissingEventsRequest(
        @NotBlank(message = "FIELD_REQUIRED") String topic,

        @NotEmpty(message = "FIELD_REQUIRED") @Size(max = PublishedEvents.MOST, message = "TOO_MANY_ITEMS")
        List<@NotNull(message = "FIELD_REQUIRED") @Valid AggregateVersion> aggregates) {}
