package io.zizhi.qualification.bulk.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.bulk.importing.model.ImportFinding;
import io.zizhi.qualification.bulk.importing.model.ImportRow;
import io.zizhi.qualification.bulk.importing.model.ImportRowState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import, without personal data.
 *
 * @param number row number as in the spreadsheet; the header is row 1
 * @param state its state
 * @param accountId the account; absent if the cell was unreadable
 * @param sourceSystem the system that approved it; absent if a cell of its approval was unreadable
 * @param sourceReference the qualification's number in that system; absent if a cell of its approval was unreadable
 * @param qualificationId the imported qualification
 * @param workOrder number of its revision
 * @param findings errors and warnings, at most 20, errors first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportRowView(
        int number,
        ImportRowState state,
        @Nullable String accountId,
        @Nullable String sourceSystem,
        @Nullable String sourceReference,
        @Nullable Long qualificationId,
        @Nullable Long workOrder,
        List<ImportFinding> findings) {

    static ImportRowView from(ImportRow row, List<ImportFinding> findings) {
        return new ImportRowView(
                row.number(),
                row.state(),
                row.accountId().orElse(null),
                row.sourceSystem().orElse(null),
                row.sourceReference().orElse(null),
                row.state() == ImportRowState.IMPORTED ? row.qualificationId().orElse(null) : null,
                row.workOrder().orElse(null),
                findings);
    }
}
