package io.zizhi.qualification.bulk.transfer;

import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.reading.RowForm;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.WrittenName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds rows of one sheet whose names are the same or look alike. Only the first of them without other findings can be
 * submitted.
 */
final class RepeatedRows {

    private static final String NAME = "/name";

    private final Map<String, RowForm> seen = new HashMap<>();

    private RepeatedRows() {}

    /** Returns the rows, with a finding at each that repeats an earlier one. */
    static List<RowForm> marked(List<RowForm> rows) {
        RepeatedRows repeated = new RepeatedRows();
        List<RowForm> marked = new ArrayList<>();
        rows.forEach(row -> marked.add(repeated.mark(row)));
        return marked;
    }

    private RowForm mark(RowForm row) {
        QualificationForm form = row.form();
        if (form == null) {
            return row;
        }
        String name = new WrittenName(form.name()).skeleton();
        RowForm earlier = row.findings().isEmpty() ? seen.putIfAbsent(name, row) : seen.get(name);
        return earlier == null ? row : row.with(finding(row, earlier));
    }

    private static RowFinding finding(RowForm row, RowForm earlier) {
        int number = earlier.number();
        return row.texts().equals(earlier.texts())
                ? RowFinding.at(
                        "ROW_REPEATED",
                        NAME,
                        "与第 " + number + " 行重复，请删除其中一行。",
                        "The row repeats row " + number + ": delete one of them.")
                : RowFinding.at(
                        "NAME_TAKEN",
                        NAME,
                        "与第 " + number + " 行的资质名称相同或字形相近。如为同一资质，请删除其中一行；否则请修改其中一个名称。",
                        "Row " + number
                                + " has the same or a similar-looking name. Delete one of the rows if they mean the"
                                + " same qualification; otherwise change one of the names.");
    }
}
