package io.zizhi.qualification.bulk.sheet;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.runtime.blocking.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes the empty sheet. All cells have the text format, so that spreadsheets keep every digit of a number. */
@ApplicationScoped
public class WriteTemplate {

    private static final String MARK = "\uFEFF";
    private static final String TEXT_FORMAT = "@";
    private static final double COLUMN_WIDTH = 22;

    private final Blocking blocking;

    WriteTemplate(Blocking blocking) {
        this.blocking = blocking;
    }

    /**
     * A template.
     *
     * @param format csv or xlsx
     * @param content the file
     */
    public record Template(SheetFormat format, Buffer content) {}

    /**
     * @param account the account whose share of worker threads is used
     * @param format {@code csv} or {@code xlsx}; null means csv
     * @param language {@code zh} or {@code en}; null means zh
     */
    public Uni<Template> handle(String account, @Nullable String format, @Nullable String language) {
        SheetFormat wanted = SheetFormat.named(format);
        List<String> headers =
                Stream.of(SheetColumn.values()).map(headerIn(language)).toList();
        return wanted == SheetFormat.CSV
                ? Uni.createFrom().item(new Template(wanted, Buffer.buffer(csv(headers))))
                : blocking.call(account, () -> new Template(wanted, Buffer.buffer(xlsx(headers))));
    }

    private static Function<SheetColumn, String> headerIn(@Nullable String language) {
        if (language == null || language.equals("zh")) {
            return SheetColumn::chinese;
        }
        if (language.equals("en")) {
            return SheetColumn::english;
        }
        throw Problems.badRequest("LANGUAGE_UNKNOWN", "?language", "`language` must be zh or en.");
    }

    private static byte[] csv(List<String> headers) {
        return (MARK + headers.stream().collect(Collectors.joining(",", "", "\r\n"))).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(List<String> headers) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "Zizhi", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("资质");
            for (int column = 0; column < headers.size(); column++) {
                sheet.value(0, column, headers.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, COLUMN_WIDTH);
                sheet.range(1, column, SheetLimits.MAX_ROWS, column)
                        .style()
                        .format(TEXT_FORMAT)
                        .set();
            }
            sheet.freezePane(0, 1);
        }
        return file.toByteArray();
    }
}
