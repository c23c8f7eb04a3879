package io.zizhi.qualification.bulk.sheet;

import io.zizhi.platform.http.problem.Problems;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats of sheets. */
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

    /** The format of a {@code Content-Type}; 415 where it is none. */
    public static SheetFormat ofContentType(@Nullable String contentType) {
        String type = contentType == null
                ? ""
                : contentType.replaceAll("\\s*;.*", "").strip().toLowerCase(Locale.ROOT);
        for (SheetFormat format : values()) {
            if (format.mediaType.equals(type)) {
                return format;
            }
        }
        throw Problems.unsupportedMediaType("UNSUPPORTED_MEDIA_TYPE", "A sheet comes as text/csv or as XLSX.");
    }

    /** The format of a query parameter; CSV where it is left out, 400 where it is none. */
    static SheetFormat named(@Nullable String name) {
        if (name == null) {
            return CSV;
        }
        for (SheetFormat format : values()) {
            if (format.name().equalsIgnoreCase(name)) {
                return format;
            }
        }
        throw Problems.badRequest("SHEET_FORMAT_UNKNOWN", "?format", "The format is csv or xlsx.");
    }
}
