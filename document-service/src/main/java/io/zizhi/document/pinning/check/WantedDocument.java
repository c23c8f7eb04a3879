package io.zizhi.document.pinning.check;

import io.zizhi.document.storage.DocumentKind;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A document to be used.
 *
 * @param documentId 32 hexadecimal digits; other values are not found
 * @param kinds acceptable kinds
 */
public record WantedDocument(
        @NotNull(message = "FIELD_REQUIRED") @Size(max = 100, message = "FIELD_TOO_LONG")
        String documentId,

        @NotEmpty(message = "FIELD_REQUIRED") List<@NotNull(message = "FIELD_REQUIRED") DocumentKind> kinds) {}
