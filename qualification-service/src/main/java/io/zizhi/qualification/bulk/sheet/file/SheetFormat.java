package io.zizhi.qualification.bulk.sheet.file;

import io.zizhi.platform.http.problem.Problems;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

public enum SheetFormat {
    CSV("text/csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Returns the format of a {@code Content-Type}; fails with 415 if it is not supported. */
    public static SheetFormat ofContentType(@Nullable String contentType) {
        String type = contentType == null
                ? ""
                : contentType.replaceAll("\\s*;.*", "").strip().toLowerCase(Locale.ROOT);
        for (SheetFormat format : values()) {
            if (format.mediaType.equals(type)) {
                return format;
            }
        }
        throw Problems.unsupportedMediaType("UNSUPPORTED_MEDIA_TYPE", "Send the sheet as text/csv or as XLSX.");
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
