package io.zizhi.document.pinning.naming;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Asks which documents of an account have these file names.
 *
 * @param accountId the account
 * @param fileNames file names as uploaded; case does not matter
 */
public record NamesRequest(
        @NotBlank(message = "FIELD_REQUIRED") @Size(max = 100, message = "FIELD_TOO_LONG")
        String accountId,

        @NotEmpty(message = "FIELD_REQUIRED") @Size(max = 200, message = "TOO_MANY_ITEMS")
        List<@NotBlank(message = "FIELD_REQUIRED") @Size(max = 510, message = "FIELD_TOO_LONG") String> fileNames) {

    /**
     * Omits the file names, which may be personal data. Does not count them, because the list is null in an invalid
     * request.
     */
    @Override
    public String toString() {
        return "NamesRequest";
    }
}
