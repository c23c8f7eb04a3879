package io.zizhi.platform.operations.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.platform.http.CsvLine;
import io.zizhi.platform.http.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The formats of an export. Every entry is one line in each of them, and the line begins with its time. */
enum ExportFormat {
    /** Comma-separated values with a header, safe to open in a spreadsheet. */
    CSV("csv", ExportFormat.CSV_TYPE) {
        @Override
        String head() {
            // Excel recognizes UTF-8 by this mark.
            return "\uFEFF" + CsvLine.of(AuditEntryView.COLUMNS);
        }

        @Override
        String line(AuditEntryView entry, ObjectMapper json) {
            return CsvLine.of(entry.cells());
        }

        @Override
        String tail(long entries, @Nullable String nextCursor, ObjectMapper json) {
            return CsvLine.of(List.of("# " + entries + (nextCursor == null ? "" : " nextCursor=" + nextCursor)));
        }
    },

    /** One JSON object per line. */
    JSON_LINES("json-lines", ExportFormat.JSON_LINES_TYPE) {
        @Override
        String head() {
            return "";
        }

        @Override
        String line(AuditEntryView entry, ObjectMapper json) {
            return written(entry, json);
        }

        @Override
        String tail(long entries, @Nullable String nextCursor, ObjectMapper json) {
            ObjectNode tail = json.createObjectNode().put("entries", entries);
            return written(nextCursor == null ? tail : tail.put("nextCursor", nextCursor), json);
        }
    };

    static final String CSV_TYPE = "text/csv;charset=UTF-8";
    static final String JSON_LINES_TYPE = "application/jsonl";

    private final String parameter;
    private final String contentType;

    ExportFormat(String parameter, String contentType) {
        this.parameter = parameter;
        this.contentType = contentType;
    }

    /** Returns the format of the query parameter; CSV if it is absent. Fails with 400 if it is unknown. */
    static ExportFormat of(@Nullable String parameter) {
        if (parameter == null) {
            return CSV;
        }
        for (ExportFormat format : values()) {
            if (format.parameter.equals(parameter)) {
                return format;
            }
        }
        throw Problems.badRequest("PARAMETER_INVALID", "?format", "Send `csv` or `json-lines`.");
    }

    /** Returns the end of a file name. */
    String suffix() {
        return this == CSV ? ".csv" : ".jsonl";
    }

    String contentType() {
        return contentType;
    }

    /** Returns the lines before the entries. */
    abstract String head();

    abstract String line(AuditEntryView entry, ObjectMapper json);

    /**
     * Returns the last line. A file without it is incomplete.
     *
     * @param entries number of entries in the file
     * @param nextCursor where the next file begins; null if there are no more entries
     */
    abstract String tail(long entries, @Nullable String nextCursor, ObjectMapper json);

    private static String written(Object value, ObjectMapper json) {
        try {
            return json.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
