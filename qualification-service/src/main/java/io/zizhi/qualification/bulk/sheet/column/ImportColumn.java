package io.zizhi.qualification.bulk.sheet.column;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns that a sheet of an import has in addition to those of a bulk filing. */
public enum ImportColumn {
    ACCOUNT("accountId", "账号 ID"),
    SOURCE_SYSTEM("sourceSystem", "来源系统"),
    SOURCE_REFERENCE("sourceReference", "来源编号"),
    APPROVED_ON("approvedOn", "原审批日期"),
    /** The only column that may be empty or missing: most approvals do not end. */
    VALID_UNTIL("approvalValidUntil", "原审批有效期至");

    private final String english;
    private final String chinese;

    ImportColumn(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    public static Optional<ImportColumn> headed(String header) {
        String key = WrittenWord.headerKey(header);
        return Arrays.stream(values())
                .filter(column ->
                        column.headers().stream().map(WrittenWord::headerKey).anyMatch(key::equals))
                .findFirst();
    }

    /** Returns the column with an English header; empty if there is none. */
    static Optional<ImportColumn> named(@Nullable String english) {
        return Arrays.stream(values())
                .filter(column -> column.english.equals(english))
                .findFirst();
    }

    private List<String> headers() {
        return Stream.of(chinese, english).toList();
    }

    /** Returns the English header, which also names the column in responses. */
    public String english() {
        return english;
    }

    public String chinese() {
        return chinese;
    }
}
