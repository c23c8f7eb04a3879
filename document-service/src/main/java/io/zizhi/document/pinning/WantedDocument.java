package io.zizhi.document.pinning;

import io.zizhi.document.storage.DocumentKind;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A document that somebody wants to rely on.
 *
 * @param documentId 32 hexadecimal digits; anything else is not found
 * @param kinds the kinds that would do
 */
public record WantedDocument(
        @NotNull(message = "FIELD_REQUIRED") @Size(max = 100, message = "FIELD_TOO_LONG")
        String documentId,

        @NotEmpty(message = "FIELD_REQUIRED") List<@NotNull(message = "FIELD_REQUIRED") DocumentKind> kinds) {}
