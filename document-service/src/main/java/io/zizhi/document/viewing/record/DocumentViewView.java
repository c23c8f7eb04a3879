package io.zizhi.document.viewing.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One view of a document, for auditors.
 *
 * @param id its number, 12 hexadecimal digits
 * @param mark mark of its watermark, 12 hexadecimal digits, which the person's views of the document share within an
 *     hour; its number if it has no watermark
 * @param viewedAt when
 * @param documentId the document
 * @param accountId its owner
 * @param viewer the {@code sub} of the token of the person or filing system
 * @param role role of the viewer: "applicant" for the owner, else "reviewer", "supervisor", "operator" or
 *     "carrier-filing-system"
 * @param reason given by staff; absent for the owner
 * @param workOrder review that the person had claimed, or that approved what was filed; absent for the owner and in
 *     exports
 * @param page number of the page, from 1; absent if the whole file was downloaded
 * @param carrierFiling carrier filing for which the filing system took a copy; absent otherwise
 * @param carrier code of the carrier that gets the copy; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentViewView(
        String id,
        String mark,
        Instant viewedAt,
        String documentId,
        String accountId,
        String viewer,
        String role,
        @Nullable ViewReason reason,
        @Nullable Long workOrder,
        @Nullable Integer page,
        @Nullable Long carrierFiling,
        @Nullable String carrier) {

    static DocumentViewView from(Row row) {
        Long page = row.numberOrNull("page");
        return new DocumentViewView(
                row.text("id"),
                row.text("mark"),
                row.instant("viewed_at"),
                row.text("document_id"),
                row.text("account_id"),
                row.text("viewer"),
                row.text("role"),
                reason(row),
                row.numberOrNull("work_order"),
                page == null ? null : Math.toIntExact(page),
                row.numberOrNull("carrier_filing"),
                row.textOrNull("carrier"));
    }

    static @Nullable ViewReason reason(Row row) {
        String reason = row.textOrNull("reason");
        return reason == null ? null : ViewReason.valueOf(reason);
    }
}
