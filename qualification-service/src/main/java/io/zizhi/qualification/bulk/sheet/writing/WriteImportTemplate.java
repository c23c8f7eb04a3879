package io.zizhi.qualification.bulk.sheet.writing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.zizhi.platform.runtime.blocking.Blocking;
import io.zizhi.qualification.bulk.sheet.SheetFile;
import io.zizhi.qualification.bulk.sheet.column.ImportColumn;
import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import io.zizhi.qualification.bulk.sheet.file.SheetFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the template of an import: the headers and an example row, which is skipped when the sheet is uploaded. */
@ApplicationScoped
public class WriteImportTemplate {

    private final Blocking blocking;

    WriteImportTemplate(Blocking blocking) {
        this.blocking = blocking;
    }

    /**
     * @param operator the operator whose share of worker threads is used
     * @param format {@code csv} or {@code xlsx}; null means csv
     * @param language {@code zh} or {@code en}; null means zh
     */
    public Uni<SheetFile> handle(String operator, @Nullable String format, @Nullable String language) {
        SheetFormat wanted = SheetFormat.named(format);
        SheetLanguage spoken = SheetLanguage.named(language);
        return blocking.call(operator, () -> new SheetFile(wanted, Buffer.buffer(write(wanted, spoken))));
    }

    public static byte[] write(SheetFormat format, SheetLanguage language) throws IOException {
        SheetHeaders headers = SheetHeaders.stored(Stream.concat(
                        Arrays.stream(ImportColumn.values()).map(language::header),
                        ImportNote.fields().map(language::header))
                .toList());
        List<ColumnNote> notes = Stream.concat(
                        Arrays.stream(ImportColumn.values()).map(ImportNote::of),
                        ImportNote.fields().map(ImportNote::of))
                .toList();
        List<String> example = notes.stream().map(language::example).toList();
        return format == SheetFormat.CSV
                ? WriteTemplate.csv(headers.texts(), example)
                : new SheetWorkbook(headers, language, column -> Optional.of(language.text(notes.get(column))))
                        .write(List.of(example));
    }
}
