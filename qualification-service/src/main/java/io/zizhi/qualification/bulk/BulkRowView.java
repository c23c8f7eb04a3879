package io.zizhi.qualification.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.bulk.sheet.RowFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a bulk filing.
 *
 * @param number row number as in the spreadsheet; the header is row 1
 * @param state its state
 * @param qualificationId the qualification drafted from it
 * @param workOrder the work order of its submission
 * @param findings problems found in it
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
