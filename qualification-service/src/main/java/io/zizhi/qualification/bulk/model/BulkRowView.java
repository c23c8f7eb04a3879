package io.zizhi.qualification.bulk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a bulk filing.
 *
 * @param number row number as in the spreadsheet; the header is row 1
 * @param state its state
 * @param name name of the qualification as written; absent if the cell is empty
 * @param company name of the company as written; absent if the cell is empty
 * @param phone the administrator's phone, masked; absent if the cell is empty
 * @param qualificationId the qualification drafted from it
 * @param draftUpdated whether it updated the draft that an earlier filing had created
 * @param workOrder the work order of its submission
 * @param findings problems found in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkRowView(
        int number,
        RowState state,
        @Nullable String name,
        @Nullable String company,
        @Nullable String phone,
        @Nullable Long qualificationId,
        boolean draftUpdated,
        @Nullable Long workOrder,
        List<RowFinding> findings) {

    /** @param phone masked */
    public static BulkRowView from(BulkRow row, @Nullable String phone, List<RowFinding> findings) {
        return new BulkRowView(
                row.number(),
                row.state(),
                row.name().orElse(null),
                row.companyName().orElse(null),
                phone,
                row.qualificationId().orElse(null),
                row.draftUpdated(),
                row.workOrder().orElse(null),
                findings);
    }
}
