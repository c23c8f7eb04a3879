package io.zizhi.document.viewing.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One view of a document, for auditors.
 *
 * @param mark its number, 12 hexadecimal digits; the watermark of a page carries it, an exported original does not
 * @param viewedAt when
 * @param documentId the document
 * @param accountId its owner
 * @param viewer the {@code sub} of the person's token
 * @param role role of the person: "applicant" for the owner, else "reviewer", "supervisor" or "operator"
 * @param reason given by staff; absent for the owner
 * @param workOrder review that the person had claimed; absent for the owner and in exports
 * @param page number of the page, from 1; absent if the whole file was downloaded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentViewView(
        String mark,
        Instant viewedAt,
        String documentId,
        String accountId,
        String viewer,
        String role,
        @Nullable ViewReason reason,
        @Nullable Long workOrder,
        @Nullable Integer page) {

    static DocumentViewView from(Row row) {
        Long page = row.numberOrNull("page");
        return new DocumentViewView(
                row.text("mark"),
                row.instant("viewed_at"),
                row.text("document_id"),
                row.text("account_id"),
                row.text("viewer"),
                row.text("role"),
                reason(row),
                row.numberOrNull("work_order"),
                page == null ? null : Math.toIntExact(page));
    }

    static @Nullable ViewReason reason(Row row) {
        String reason = row.textOrNull("reason");
        return reason == null ? null : ViewReason.valueOf(reason);
    }
}
