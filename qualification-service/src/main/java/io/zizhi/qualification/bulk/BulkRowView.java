package io.zizhi.qualification.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.bulk.sheet.RowFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a bulk filing.
 *
 * @param number as spreadsheets count rows, the header being 1
 * @param state how far it is
 * @param qualificationId the qualification that was drafted of it
 * @param workOrder the work order under which it was submitted
 * @param findings what is wrong with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkRowView(
        int number,
        RowState state,
        @Nullable Long qualificationId,
        @Nullable Long workOrder,
        List<RowFinding> findings) {

    static BulkRowView from(BulkRow row, List<RowFinding> findings) {
        return new BulkRowView(
                row.number(),
                row.state(),
                row.qualificationId().orElse(null),
                row.workOrder().orElse(null),
                findings);
    }
}
