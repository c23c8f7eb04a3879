package io.zizhi.qualification.bulk.sheet.reading;

import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.revision.Provenance;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import's sheet.
 *
 * @param number row number as in the spreadsheet; the header is row 1
 * @param accountId the account for which it is imported; null if the cell is unreadable
 * @param source the approval by the other system; null if one of its cells is unreadable
 * @param form the form without a consent and a phone verification; null if a cell is unreadable
 * @param findings why the row cannot be imported, at most {@link #MOST_FINDINGS}; empty if the sheet does not say so
 */
public record ImportLine(
        int number,
        @Nullable String accountId,
        @Nullable Provenance source,
        @Nullable QualificationForm form,
        List<RowFinding> findings) {

    /** Maximum number of findings about a row. */
    public static final int MOST_FINDINGS = 20;

    public ImportLine {
        findings = findings.stream().limit(MOST_FINDINGS).toList();
    }

    /** Returns the line with another reason why it cannot be imported. */
    public ImportLine with(RowFinding finding) {
        return new ImportLine(
                number,
                accountId,
                source,
                form,
                Stream.concat(findings.stream(), Stream.of(finding)).toList());
    }

    /** Omits the contents of cells, which may be personal data. */
    @Override
    public String toString() {
        return "ImportLine[" + number + "]";
    }
}
