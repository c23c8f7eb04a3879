package io.zizhi.qualification.bulk.sheet.reading;

import io.zizhi.qualification.bulk.sheet.column.WrittenWord;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The contents of a cell that refers to documents, by id or by file name. */
final class DocumentCell {

    /** Maximum number of documents in one cell, as the form allows. */
    static final int MAX_ITEMS = 10;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern IDS = Pattern.compile("[0-9a-f]{32}(\\s+[0-9a-f]{32})+");

    private DocumentCell() {}

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Splits a cell into ids and file names. White space separates ids, but not file names, which may contain it. */
    static List<String> items(String text) {
        return Arrays.stream(text.split("[;；,，\\r\\n]+", -1))
                .map(WrittenWord::trimmed)
                .filter(item -> !item.isEmpty())
                .flatMap(item -> IDS.matcher(item).matches() ? Arrays.stream(item.split("\\s+", -1)) : Stream.of(item))
                .toList();
    }
}
