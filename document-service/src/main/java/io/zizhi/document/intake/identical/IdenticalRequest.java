package io.zizhi.document.intake.identical;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Asks which documents other accounts have as well.
 *
 * @param documentIds the documents; unknown ids are ignored
 */
public record IdenticalRequest(
        @NotEmpty(message = "FIELD_REQUIRED") @Size(max = 50, message = "TOO_MANY_ITEMS")
        List<@NotNull(message = "FIELD_REQUIRED") @Size(max = 100, message = "FIELD_TOO_LONG") String> documentIds) {}
