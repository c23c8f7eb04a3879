package io.zizhi.local.audit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats in which services export their audit logs: one entry per line, and a last line with their number. */
enum AuditFormat {
    CSV("csv") {
        private static final Pattern TAIL = Pattern.compile("# (\\d+)(?: nextCursor=(\\S+))?");

        @Override
        @Nullable
        Tail tail(String line) {
            Matcher tail = TAIL.matcher(line);
            return tail.matches() ? new Tail(Long.parseLong(tail.group(1)), tail.group(2)) : null;
        }

        @Override
        String time(String line) {
            return line.substring(0, TIME);
        }

        @Override
        boolean hasHeader() {
            return true;
        }

        @Override
        String end() {
            return "\r\n";
        }

        @Override
        String tailOf(long entries) {
            return "# " + entries;
        }
    },

    JSON_LINES("json-lines") {
        private static final String BEFORE_TIME = "{\"at\":\"";

        @Override
        @Nullable
        Tail tail(String line) {
            if (line.startsWith(BEFORE_TIME)) {
                return null;
            }
            JsonObject tail = JsonParser.parseString(line).getAsJsonObject();
            return new Tail(
                    tail.get("entries").getAsLong(),
                    tail.has("nextCursor") ? tail.get("nextCursor").getAsString() : null);
        }

        @Override
        String time(String line) {
            return line.substring(BEFORE_TIME.length(), BEFORE_TIME.length() + TIME);
        }

        @Override
        boolean hasHeader() {
            return false;
        }

        @Override
        String end() {
            return "\n";
        }

        @Override
        String tailOf(long entries) {
            return "{\"entries\":" + entries + "}";
        }
    };

    /** Length of a time such as {@code 2026-11-24T02:05:00.020417Z}. */
    private static final int TIME = 27;

    private final String parameter;

    /**
     * The last line of an export.
     *
     * @param entries number of entries in the export
     * @param nextCursor where the next export begins; null if there are no more entries
     */
    record Tail(long entries, @Nullable String nextCursor) {}

    AuditFormat(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }

    /** Returns the last line; null if the line is an entry. */
    abstract @Nullable Tail tail(String line);

    /** Returns the time of an entry, in a form that sorts as text. */
    abstract String time(String line);

    abstract boolean hasHeader();

    /** Returns the end of a line. */
    abstract String end();

    abstract String tailOf(long entries);
}
