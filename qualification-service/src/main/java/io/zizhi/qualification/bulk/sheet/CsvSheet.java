package io.zizhi.qualification.bulk.sheet;

import io.zizhi.platform.problem.Problems;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads CSV as spreadsheets of China write it: UTF-8, with or without a byte order mark, or GB 18030, which GBK and GB 2312
 * are part of. What is no UTF-8 and starts with no mark is taken for the latter.
 */
final class CsvSheet {

    private static final String MARK = "\uFEFF";
    private static final Charset GB18030 = Charset.forName("GB18030");

    private CsvSheet() {}

    /** Rows of cells, by their row number; the header is among them. */
    static List<RawRow> read(byte[] bytes) {
        String text = decoded(bytes);
        List<RawRow> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
            for (CSVRecord line : parser) {
                RawRow row = new RawRow(
                        Math.toIntExact(line.getRecordNumber()),
                        line.stream().map(SheetCell::of).toList());
                row.addTo(rows);
            }
        } catch (IOException | UncheckedIOException malformed) {
            throw Problems.badRequest(
                    "CSV_MALFORMED", "", "The text is no CSV: a quotation mark is not closed or misplaced.");
        }
        return rows;
    }

    private static String decoded(byte[] bytes) {
        String text = strictly(bytes, StandardCharsets.UTF_8)
                .or(() -> strictly(bytes, GB18030))
                .orElseThrow(() -> Problems.badRequest(
                        "CSV_ENCODING_UNKNOWN", "", "The text is neither UTF-8 nor GB 18030; save it as UTF-8."));
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException otherCharset) {
            return Optional.empty();
        }
    }
}
