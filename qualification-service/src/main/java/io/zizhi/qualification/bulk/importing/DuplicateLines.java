package io.zizhi.qualification.bulk.importing;

import io.zizhi.qualification.bulk.sheet.column.ImportColumn;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.reading.ImportLine;
import io.zizhi.qualification.form.standard.WrittenName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds rows of a sheet that repeat an earlier row: the same account with the same source, or with the same or a
 * similar-looking name. Only the first of them can be imported.
 */
final class DuplicateLines {

    private final Map<List<String>, Integer> sources = new HashMap<>();
    private final Map<List<String>, Integer> names = new HashMap<>();

    private DuplicateLines() {}

    /** Returns the lines, with a finding at each that repeats an earlier one. */
    static List<ImportLine> marked(List<ImportLine> lines) {
        DuplicateLines seen = new DuplicateLines();
        List<ImportLine> marked = new ArrayList<>();
        lines.forEach(line -> marked.add(seen.mark(line)));
        return marked;
    }

    private ImportLine mark(ImportLine line) {
        if (!line.findings().isEmpty() || line.accountId() == null || line.source() == null || line.form() == null) {
            return line;
        }
        List<String> source = List.of(
                line.accountId(), line.source().sourceSystem(), line.source().sourceReference());
        List<String> name =
                List.of(line.accountId(), new WrittenName(line.form().name()).skeleton());
        Integer bySource = sources.putIfAbsent(source, line.number());
        Integer byName = names.putIfAbsent(name, line.number());
        if (bySource != null) {
            return line.with(RowFinding.at(
                            "ROW_REPEATED",
                            "",
                            "与第 " + bySource + " 行的账号、来源系统和来源编号相同，请删除其中一行。",
                            "Row " + bySource
                                    + " has the same account, source system and reference: delete one of the rows.")
                    .about(ImportColumn.SOURCE_REFERENCE));
        }
        if (byName != null) {
            return line.with(RowFinding.at(
                    "NAME_TAKEN",
                    "/name",
                    "与第 " + byName + " 行的账号相同，且资质名称相同或字形相近，请修改其中一个名称。",
                    "Row " + byName
                            + " has the same account and the same or a similar-looking name: change one of them."));
        }
        return line;
    }
}
