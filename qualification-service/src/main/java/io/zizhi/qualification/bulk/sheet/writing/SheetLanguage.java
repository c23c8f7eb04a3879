package io.zizhi.qualification.bulk.sheet.writing;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.bulk.sheet.column.ImportColumn;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.column.SheetResult;
import io.zizhi.qualification.bulk.sheet.column.SheetWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The language of a sheet that the service writes. */
public enum SheetLanguage {
    CHINESE {
        @Override
        String header(SheetColumn column) {
            return column.chinese();
        }

        @Override
        String header(ImportColumn column) {
            return column.chinese();
        }

        @Override
        String text(ColumnNote note) {
            return note.chinese();
        }

        @Override
        String example(ColumnNote note) {
            return note.example();
        }

        @Override
        List<String> words(SheetWords words) {
            return words.chinese();
        }

        @Override
        String result(SheetResult result) {
            return result.chinese();
        }

        @Override
        String advice(RowFinding finding) {
            return finding.adviceZh();
        }

        @Override
        String workOrder(long workOrder) {
            return "工单 " + workOrder;
        }
    },

    ENGLISH {
        @Override
        String header(SheetColumn column) {
            return column.english();
        }

        @Override
        String header(ImportColumn column) {
            return column.english();
        }

        @Override
        String text(ColumnNote note) {
            return note.english();
        }

        @Override
        String example(ColumnNote note) {
            return note.exampleEnglish();
        }

        @Override
        List<String> words(SheetWords words) {
            return words.english();
        }

        @Override
        String result(SheetResult result) {
            return result.english();
        }

        @Override
        String advice(RowFinding finding) {
            return finding.adviceEn();
        }

        @Override
        String workOrder(long workOrder) {
            return "Work order " + workOrder;
        }
    };

    /** Returns the language of a query parameter, Chinese by default; fails with 400 if it is unknown. */
    public static SheetLanguage named(@Nullable String language) {
        if (language == null || language.equals("zh")) {
            return CHINESE;
        }
        if (language.equals("en")) {
            return ENGLISH;
        }
        throw Problems.badRequest("LANGUAGE_UNKNOWN", "?language", "`language` must be zh or en.");
    }

    abstract String header(SheetColumn column);

    abstract String header(ImportColumn column);

    abstract String text(ColumnNote note);

    abstract String example(ColumnNote note);

    String note(SheetColumn column) {
        return text(ColumnNote.of(column));
    }

    String example(SheetColumn column) {
        return example(ColumnNote.of(column));
    }

    abstract List<String> words(SheetWords words);

    abstract String result(SheetResult result);

    abstract String advice(RowFinding finding);

    abstract String workOrder(long workOrder);
}
