package io.zizhi.qualification.bulk.sheet.column;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.bulk.sheet.file.RawRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The header of a sheet, as its author wrote it. Findings name columns by these headers. */
public final class SheetHeaders {

    /** Maximum length of a header; all known ones are shorter. */
    private static final int MAX_HEADER = 100;

    /** Number of unknown headers that an error names. */
    private static final int NAMED = 10;

    private static final Map<String, SheetColumn> KNOWN = Arrays.stream(SheetColumn.values())
            .flatMap(column -> column.headers().stream()
                    .map(WrittenWord::headerKey)
                    .distinct()
                    .map(key -> Map.entry(key, column)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final List<String> texts;
    private final List<Optional<SheetColumn>> columns;

    private SheetHeaders(List<String> texts) {
        this.texts = List.copyOf(texts);
        this.columns = texts.stream().map(SheetHeaders::column).toList();
    }

    /** Returns the headers that {@link #texts} listed earlier. */
    public static SheetHeaders stored(List<String> texts) {
        return new SheetHeaders(texts);
    }

    /** Reads the first row of a sheet; fails with 400 if a header is unknown or occurs twice. */
    public static SheetHeaders read(RawRow header) {
        SheetHeaders headers = ofImport(header);
        headers.requireKnown();
        headers.requireDistinct();
        return headers;
    }

    /** Returns the headers of an import, which has further columns. */
    public static SheetHeaders ofImport(RawRow header) {
        return new SheetHeaders(header.cells().stream()
                .map(cell -> WrittenWord.trimmed(cell.text().replaceAll("\\p{Cntrl}", " ")))
                .toList());
    }

    private static Optional<SheetColumn> column(String header) {
        return header.length() > MAX_HEADER
                ? Optional.empty()
                : Optional.ofNullable(KNOWN.get(WrittenWord.headerKey(header)));
    }

    private void requireKnown() {
        List<String> unknown = new ArrayList<>();
        for (int index = 0; index < texts.size(); index++) {
            if (columns.get(index).isEmpty() && !texts.get(index).isEmpty()) {
                unknown.add(SheetPlace.letters(index) + " “" + shortened(texts.get(index)) + "”");
            }
        }
        if (!unknown.isEmpty()) {
            String named = unknown.stream().limit(NAMED).collect(Collectors.joining(", "));
            throw Problems.badRequest(
                    "SHEET_HEADER_UNKNOWN",
                    "",
                    "Unknown headers in these columns: " + named
                            + ". Use the template's headers, or delete these columns.");
        }
    }

    private void requireDistinct() {
        Set<SheetColumn> seen = EnumSet.noneOf(SheetColumn.class);
        for (int index = 0; index < texts.size(); index++) {
            Optional<SheetColumn> column = columns.get(index);
            if (column.isPresent() && !seen.add(column.get())) {
                throw Problems.badRequest(
                        "SHEET_HEADER_TWICE",
                        "",
                        "Column " + SheetPlace.letters(index) + " “" + texts.get(index)
                                + "” has the same meaning as column "
                                + SheetPlace.letters(columns.indexOf(column)) + ": "
                                + column.get().english() + ". Delete one of them.");
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= MAX_HEADER ? text : text.substring(0, MAX_HEADER) + "…";
    }

    /** Returns the column at a position; empty if it has no header. */
    public Optional<SheetColumn> at(int index) {
        return index < columns.size() ? columns.get(index) : Optional.empty();
    }

    /** Returns where the sheet has a column; empty if it does not have it. */
    public Optional<SheetPlace> placeOf(SheetColumn column) {
        int index = columns.indexOf(Optional.of(column));
        return index < 0 ? Optional.empty() : Optional.of(new SheetPlace(texts.get(index), index));
    }

    /** Returns where the sheet has a column that only imports have. */
    Optional<SheetPlace> placeOf(ImportColumn column) {
        return IntStream.range(0, texts.size())
                .filter(index -> ImportColumn.headed(texts.get(index))
                        .filter(column::equals)
                        .isPresent())
                .mapToObj(index -> new SheetPlace(texts.get(index), index))
                .findFirst();
    }

    /** Returns the words of a column, which may depend on its header. */
    public Optional<SheetWords> wordsOf(SheetColumn column) {
        return asksForOwnUse(column) ? Optional.of(SheetWords.OWN_USE) : column.words();
    }

    private boolean asksForOwnUse(SheetColumn column) {
        return column == SheetColumn.PURPOSE
                && placeOf(column)
                        .map(place -> WrittenWord.headerKey(place.header()))
                        .filter(WrittenWord.headerKey(HeaderVariants.OWN_USE)::equals)
                        .isPresent();
    }

    /** Returns the headers without empty ones at the end, followed by those of the columns that are missing. */
    public SheetHeaders with(List<SheetColumn> wanted, Function<SheetColumn, String> language) {
        List<String> all = new ArrayList<>(texts);
        while (!all.isEmpty() && all.getLast().isEmpty()) {
            all.removeLast();
        }
        wanted.stream()
                .filter(column -> placeOf(column).isEmpty())
                .map(language)
                .forEach(all::add);
        return new SheetHeaders(all);
    }

    /** Returns the header of each column as written, in order. */
    public List<String> texts() {
        return texts;
    }

    /** Returns headers in the order of the template. */
    public static SheetHeaders ofTemplate(Function<SheetColumn, String> language) {
        return new SheetHeaders(SheetColumn.fields().stream().map(language).toList());
    }
}
