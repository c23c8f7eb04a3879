package io.zizhi.recognition.form;

import io.zizhi.recognition.RecognizedField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the fields of a page. */
final class Findings {

    /** The end of a validity without an end. */
    private static final LocalDate LONG_TERM = LocalDate.of(2099, 12, 31);

    private final Page page;
    private final List<RecognizedField> fields = new ArrayList<>();

    Findings(Page page) {
        this.page = page;
    }

    /** Records a value, unless it is empty. */
    void add(String name, String value, List<PlacedGlyph> glyphs) {
        add(name, value, glyphs, null);
    }

    void add(String name, String value, List<PlacedGlyph> glyphs, @Nullable Boolean isConfirmed) {
        if (!value.isEmpty() && !glyphs.isEmpty()) {
            double mean = glyphs.stream()
                    .mapToDouble(PlacedGlyph::confidence)
                    .average()
                    .orElseThrow();
            double confidence = Boolean.FALSE.equals(isConfirmed) ? mean / 2 : mean;
            fields.add(new RecognizedField(name, value, confidence, isConfirmed, page.box(glyphs)));
        }
    }

    /** Records the first and the last day of a validity such as {@code 2015.06.30-2035.06.30}, or with 长期 as its end. */
    void addValidity(List<PlacedGlyph> glyphs) {
        String text = Row.text(glyphs);
        List<LocalDate> days = Dates.in(text);
        if (!days.isEmpty()) {
            LocalDate first = days.getFirst();
            Optional<LocalDate> last = text.contains("长")
                    ? Optional.of(LONG_TERM)
                    : days.stream().skip(1).findFirst();
            Boolean isConfirmed = last.filter(day -> day.isBefore(first)).isPresent() ? Boolean.FALSE : null;
            add("validFrom", first.toString(), glyphs, isConfirmed);
            last.ifPresent(day -> add("validTo", day.toString(), glyphs, isConfirmed));
        }
    }

    List<RecognizedField> fields() {
        return fields;
    }
}
