package io.zizhi.qualification.bulk.sheet.file;

import io.zizhi.platform.http.problem.Problems;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV as Chinese spreadsheet programs write it: UTF-8 with or without a byte order mark, or GB 18030, which
 * includes GBK and GB 2312. Text without a mark that is not valid UTF-8 is read as GB 18030. The text is decoded as a
 * stream and never kept as a whole.
 */
public final class CsvSheet {

    private static final char MARK = '\uFEFF';
    private static final Charset GB18030 = Charset.forName("GB18030");

    private CsvSheet() {}

    /** Returns the rows of cells with their row numbers, including the header. */
    public static List<RawRow> read(byte[] bytes, Deadline deadline) {
        try {
            return rows(text(bytes, isUtf8(bytes) ? StandardCharsets.UTF_8 : GB18030), deadline);
        } catch (UncheckedIOException unreadable) {
            throw refusal(unreadable.getCause());
        } catch (IOException unreadable) {
            throw refusal(unreadable);
        }
    }

    private static List<RawRow> rows(Reader text, Deadline deadline) throws IOException {
        RawRows rows = new RawRows(deadline.size());
        try (CSVParser parser = CSVParser.parse(new BoundedFields(text, deadline), CSVFormat.RFC4180)) {
            for (CSVRecord line : parser) {
                rows.add(
                        Math.toIntExact(line.getRecordNumber()),
                        line.stream().map(SheetCell::of).toList());
            }
        }
        return rows.list();
    }

    private static boolean isUtf8(byte[] bytes) throws IOException {
        try (Reader text = text(bytes, StandardCharsets.UTF_8)) {
            text.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException otherCharset) {
            return false;
        }
    }

    private static Reader text(byte[] bytes, Charset charset) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(
                new ByteArrayInputStream(bytes),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
        return text;
    }

    private static RuntimeException refusal(@Nullable IOException unreadable) {
        return unreadable instanceof CharacterCodingException
                ? Problems.badRequest(
                        "CSV_ENCODING_UNKNOWN", "", "The text is neither UTF-8 nor GB 18030; save it as UTF-8.")
                : malformed();
    }

    static RuntimeException malformed() {
        return Problems.badRequest("CSV_MALFORMED", "", "Invalid CSV: a quotation mark is unclosed or misplaced.");
    }
}
