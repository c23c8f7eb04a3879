package io.zizhi.qualification.bulk.sheet.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Counts the columns of a CSV with an independent parser. */
final class CsvColumns {

    private CsvColumns() {}

    /** Returns the largest number of columns in a row, or empty if the text is not valid CSV. */
    static Optional<Integer> most(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int most = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(unmarked), CSVFormat.RFC4180)) {
            for (CSVRecord line : parser) {
                most = Math.max(most, line.size());
            }
            return Optional.of(most);
        } catch (IOException | UncheckedIOException malformed) {
            return Optional.empty();
        }
    }
}
