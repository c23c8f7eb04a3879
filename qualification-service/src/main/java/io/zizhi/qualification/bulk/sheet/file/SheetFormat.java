package io.zizhi.qualification.bulk.sheet.file;

import io.zizhi.platform.http.problem.Problems;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

public enum SheetFormat {
    CSV("text/csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final Set<String> ACCEPTED =
            Set.of(CSV.mediaType, XLSX.mediaType, "application/vnd.ms-excel", "application/octet-stream");

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * Rejects a {@code Content-Type} that no browser sends for a CSV or XLSX, with 415. Windows sends a CSV as an Excel
     * file, and some clients send every file as bytes.
     */
    public static void requireAccepted(@Nullable String contentType) {
        String type = contentType == null
                ? ""
                : contentType.replaceAll("\\s*;.*", "").strip().toLowerCase(Locale.ROOT);
        if (!ACCEPTED.contains(type)) {
            throw Problems.unsupportedMediaType(
                    "UNSUPPORTED_MEDIA_TYPE",
                    "Send the sheet as CSV with the content type " + CSV.mediaType + ", or as XLSX with "
                            + XLSX.mediaType + ".");
        }
    }

    /** Returns the format of a file by its first bytes; fails with 400 if it is an old Excel workbook. */
    public static SheetFormat of(byte[] file) {
        if (startsWith(file, OLD_EXCEL)) {
            throw Problems.badRequest(
                    "XLSX_MALFORMED", "", "The file is an old Excel workbook (.xls). Save it as .xlsx or as CSV.");
        }
        return startsWith(file, ZIP) ? XLSX : CSV;
    }

    private static boolean startsWith(byte[] file, byte[] beginning) {
        return file.length >= beginning.length
                && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** Returns the format of a query parameter, CSV by default; fails with 400 if it is unknown. */
    public static SheetFormat named(@Nullable String name) {
        if (name == null) {
            return CSV;
        }
        for (SheetFormat format : values()) {
            if (format.name().equalsIgnoreCase(name)) {
                return format;
            }
        }
        throw Problems.badRequest("SHEET_FORMAT_UNKNOWN", "?format", "`format` must be csv or xlsx.");
    }
}
