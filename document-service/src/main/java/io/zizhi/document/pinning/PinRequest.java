package io.zizhi.document.pinning;

import io.zizhi.document.pinning.check.WantedDocument;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Pins documents for a revision.
 *
 * @param accountId account that submits
 * @param qualificationId positive
 * @param revision positive, counted within the qualification
 * @param documents the documents of the revision
 */
public record PinRequest(
        @NotBlank(message = "FIELD_REQUIRED") @Size(max = 100, message = "FIELD_TOO_LONG")
        String accountId,

        @Positive(message = "FIELD_INVALID") long qualificationId,

        @Positive(message = "FIELD_INVALID") int revision,

        @NotEmpty(message = "FIELD_REQUIRED") @Size(max = 50, message = "TOO_MANY_ITEMS")
        List<@NotNull(message = "FIELD_REQUIRED") @Valid WantedDocument> documents) {}
