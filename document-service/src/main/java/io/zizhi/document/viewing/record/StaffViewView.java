package io.zizhi.document.viewing.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One view of a document by a member of staff or the filing system, for its owner, who does not learn the name.
 *
 * @param id number of the view, 12 hexadecimal digits; name it in a question or complaint about the view
 * @param mark mark of the watermark, 12 hexadecimal digits, which a person's views of the document share within an hour;
 *     the number of the view if it has no watermark
 * @param viewedAt when
 * @param role {@code reviewer}, {@code supervisor}, {@code operator} or {@code carrier-filing-system}
 * @param reason why
 * @param workOrder the submission for which the document was viewed; absent in exports
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffViewView(
        String id,
        String mark,
        Instant viewedAt,
        String role,
        @Nullable ViewReason reason,
        @Nullable Long workOrder) {

    static StaffViewView from(Row row) {
        return new StaffViewView(
                row.text("id"),
                row.text("mark"),
                row.instant("viewed_at"),
                row.text("role"),
                DocumentViewView.reason(row),
                row.numberOrNull("work_order"));
    }
}
