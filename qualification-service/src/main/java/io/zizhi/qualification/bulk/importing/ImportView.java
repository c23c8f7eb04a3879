package io.zizhi.qualification.bulk.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.bulk.importing.model.ImportCounts;
import io.zizhi.qualification.bulk.importing.model.ImportRowState;
import io.zizhi.qualification.bulk.importing.model.QualificationImport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import, as shown to operators.
 *
 * @param id its id
 * @param state what happens next
 * @param rows number of rows to import
 * @param skipped number of rows of the sheet that were left out: its example
 * @param counts number of rows in each state
 * @param warned number of rows with warnings
 * @param uploadedBy operator who uploaded the sheet; another operator must confirm it
 * @param uploadedAt when the sheet was uploaded
 * @param confirmedBy operator who confirmed it
 * @param confirmedAt when it was confirmed
 * @param cancelledBy operator who cancelled it; absent if it was not confirmed in time
 * @param cancelledAt when it was cancelled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        long id,
        State state,
        int rows,
        int skipped,
        Counts counts,
        long warned,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable String cancelledBy,
        @Nullable Instant cancelledAt) {

    static ImportView from(QualificationImport sheet, ImportCounts counts) {
        return new ImportView(
                sheet.id(),
                State.of(sheet, counts),
                sheet.rowCount(),
                sheet.skippedCount(),
                Counts.from(counts),
                counts.warned(),
                sheet.uploadedBy(),
                sheet.uploadedAt(),
                sheet.confirmedBy().orElse(null),
                sheet.confirmedAt().orElse(null),
                sheet.cancelledBy().orElse(null),
                sheet.cancelledAt().orElse(null));
    }

    /** The state of an import. */
    public enum State {
        /** The dry run is checking rows. */
        CHECKING,

        /** The dry run is over. Another operator may confirm. */
        CHECKED,

        /** Confirmed rows are being imported. */
        IMPORTING,

        /** No row is left to import, and at least one was imported. */
        COMPLETED,

        /** No row is left to import, and none was imported: upload a corrected sheet. */
        NOTHING_IMPORTED,

        /** The import was cancelled or not confirmed in time. */
        CANCELLED;

        public static State of(QualificationImport sheet, ImportCounts counts) {
            if (sheet.cancelledAt().isPresent()) {
                return CANCELLED;
            }
            if (counts.of(ImportRowState.WAITING) > 0) {
                return CHECKING;
            }
            if (counts.of(ImportRowState.CHECKED) > 0) {
                return CHECKED;
            }
            if (counts.of(ImportRowState.CONFIRMED) > 0) {
                return IMPORTING;
            }
            return counts.of(ImportRowState.IMPORTED) > 0 ? COMPLETED : NOTHING_IMPORTED;
        }
    }

    /**
     * Number of rows in each state.
     *
     * @param waiting not checked yet
     * @param checked to be imported once another operator confirms
     * @param confirmed about to be imported
     * @param imported imported
     * @param invalid cannot be imported
     * @param failed could not be imported any more
     * @param cancelled cancelled
     */
    public record Counts(
            long waiting, long checked, long confirmed, long imported, long invalid, long failed, long cancelled) {

        static Counts from(ImportCounts counts) {
            return new Counts(
                    counts.of(ImportRowState.WAITING),
                    counts.of(ImportRowState.CHECKED),
                    counts.of(ImportRowState.CONFIRMED),
                    counts.of(ImportRowState.IMPORTED),
                    counts.of(ImportRowState.INVALID),
                    counts.of(ImportRowState.FAILED),
                    counts.of(ImportRowState.CANCELLED));
        }
    }
}
