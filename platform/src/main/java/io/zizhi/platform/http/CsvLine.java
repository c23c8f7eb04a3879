package io.zizhi.platform.http;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of comma-separated values (RFC 4180) that is safe to open in spreadsheets. Values that would be run as
 * formulas or rounded as numbers are marked as text.
 */
public final class CsvLine {

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{16,}");
    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

    private CsvLine() {}

    /** Returns the line with its end. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        boolean isRead =
                FORMULA.matcher(value).matches() || LONG_NUMBER.matcher(value).matches();
        String text = isRead ? "'" + value : value;
        return QUOTED.matcher(text).find() ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
