package io.zizhi.qualification.bulk.sheet.writing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.zizhi.platform.runtime.blocking.Blocking;
import io.zizhi.qualification.bulk.sheet.SheetFile;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import io.zizhi.qualification.bulk.sheet.file.SheetFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the template: the headers and an example row, which is skipped when the sheet is uploaded. */
@ApplicationScoped
public class WriteTemplate {

    private static final String MARK = "\uFEFF";

    private final Blocking blocking;

    WriteTemplate(Blocking blocking) {
        this.blocking = blocking;
    }

    /**
     * @param account the account whose share of worker threads is used
     * @param format {@code csv} or {@code xlsx}; null means csv
     * @param language {@code zh} or {@code en}; null means zh
     */
    public Uni<SheetFile> handle(String account, @Nullable String format, @Nullable String language) {
        SheetFormat wanted = SheetFormat.named(format);
        SheetLanguage spoken = SheetLanguage.named(language);
        SheetHeaders headers = SheetHeaders.ofTemplate(spoken::header);
        List<String> example =
                SheetColumn.fields().stream().map(spoken::example).toList();
        return wanted == SheetFormat.CSV
                ? Uni.createFrom().item(new SheetFile(wanted, Buffer.buffer(csv(headers.texts(), example))))
                : blocking.call(
                        account,
                        () -> new SheetFile(
                                wanted, Buffer.buffer(new SheetWorkbook(headers, spoken).write(List.of(example)))));
    }

    static byte[] csv(List<String> headers, List<String> example) {
        return (MARK + String.join(",", headers) + "\r\n" + String.join(",", example) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
