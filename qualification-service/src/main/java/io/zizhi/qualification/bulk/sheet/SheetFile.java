package io.zizhi.qualification.bulk.sheet;

import io.vertx.core.buffer.Buffer;
import io.zizhi.qualification.bulk.sheet.file.SheetFormat;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** A sheet to be downloaded. */
public record SheetFile(SheetFormat format, Buffer content) {

    /** @param name name of the file without its extension */
    public Response download(String name) {
        String charset = format == SheetFormat.CSV ? ";charset=utf-8" : "";
        String extension = format.name().toLowerCase(Locale.ROOT);
        return Response.ok(content.getBytes())
                .type(format.mediaType() + charset)
                .header("Content-Disposition", "attachment; filename=\"" + name + "." + extension + "\"")
                .build();
    }
}
