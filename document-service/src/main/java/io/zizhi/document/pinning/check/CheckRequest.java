package io.zizhi.document.pinning.check;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Asks whether an account can use documents. At most 50, somewhat more than a qualification can have.
 *
 * @param accountId account that wants to use them
 * @param documents the documents
 */
public record CheckRequest(
        @NotBlank(message = "FIELD_REQUIRED") @Size(max = 100, message = "FIELD_TOO_LONG")
        String accountId,

        @NotEmpty(message = "FIELD_REQUIRED") @Size(max = 50, message = "TOO_MANY_ITEMS")
        List<@NotNull(message = "FIELD_REQUIRED") @Valid WantedDocument> documents) {}
