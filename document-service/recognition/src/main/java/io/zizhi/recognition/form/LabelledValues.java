package io.zizhi.recognition.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Assigns the characters of a page to labels. A value stands to the right of its label, or below the beginning of a long
 * value. Forms have columns, and neighbours in a row may belong to different values.
 */
final class LabelledValues {

    /** A larger distance of neighbours, in line heights, starts another value. */
    private static final double GAP = 2.3;

    /** Maximum distance of a value from its label, in line heights. */
    private static final double REACH = 6;

    /** Maximum distance of the left edges of lines of one value, in line heights. */
    private static final double ALIGNED = 1.4;

    /** Maximum distance of lines of one value, in line heights. */
    private static final double NEXT_LINE = 2.2;

    /** A value may be this much higher or lower than its label, in line heights. */
    private static final double BESIDE = 0.8;

    private final List<Value> values = new ArrayList<>();
    private final List<Segment> unassigned = new ArrayList<>();

    LabelledValues(Page page, List<Label> labels) {
        List<Label> longestFirst = labels.stream()
                .sorted(Comparator.comparingInt(Label::length).reversed())
                .toList();
        List<Label> missing = missing(page, longestFirst);
        for (Row row : page.rows()) {
            assign(elements(row, longestFirst, missing));
        }
        assignBesideLabels();
    }

    /** Returns the characters of a value from the first to the last; empty if the page does not have it. */
    List<PlacedGlyph> glyphs(String field) {
        return values.stream()
                .filter(value -> field.equals(value.label.field()) && !value.glyphs.isEmpty())
                .findFirst()
                .map(value -> value.glyphs)
                .orElse(List.of());
    }

    /** Returns characters without a label, line by line. */
    List<List<PlacedGlyph>> unlabelled() {
        return unassigned.stream().map(Segment::glyphs).toList();
    }

    /** Returns the labels of fields of which no label is printed exactly. */
    private static List<Label> missing(Page page, List<Label> labels) {
        Set<String> found = new HashSet<>();
        for (Row row : page.rows()) {
            for (int i = 0; i < row.glyphs().size(); i++) {
                Label label = exactAt(row, i, labels);
                if (label != null && label.field() != null) {
                    found.add(label.field());
                }
            }
        }
        return labels.stream()
                .filter(label -> label.field() != null && !found.contains(label.field()))
                .toList();
    }

    private static @Nullable Label exactAt(Row row, int index, List<Label> labels) {
        return row.startsAt(index)
                ? labels.stream()
                        .filter(label -> label.lengthAt(row, index) > 0)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** Returns the label at {@code index}; one that is missing everywhere may only be similar. */
    private static @Nullable Element labelAt(Row row, int index, List<Label> labels, List<Label> missing) {
        Label exact = exactAt(row, index, labels);
        if (exact != null) {
            return new Element(exact, row.glyphs().subList(index, index + exact.lengthAt(row, index)));
        }
        if (!row.startsAt(index)) {
            return null;
        }
        return missing.stream()
                .filter(label -> label.lengthOfSimilarAt(row, index) > 0)
                .findFirst()
                .map(label ->
                        new Element(label, row.glyphs().subList(index, index + label.lengthOfSimilarAt(row, index))))
                .orElse(null);
    }

    /** Splits a row into labels and the characters between them. */
    private static List<Element> elements(Row row, List<Label> labels, List<Label> missing) {
        List<Element> elements = new ArrayList<>();
        List<PlacedGlyph> segment = new ArrayList<>();
        int index = 0;
        while (index < row.glyphs().size()) {
            PlacedGlyph glyph = row.glyphs().get(index);
            Element label = labelAt(row, index, labels, missing);
            boolean isFar = !segment.isEmpty() && glyph.x() - segment.getLast().x() > GAP * glyph.height();
            if ((label != null || isFar) && !segment.isEmpty()) {
                elements.add(new Element(null, segment));
                segment = new ArrayList<>();
            }
            if (label == null) {
                segment.add(glyph);
                index++;
            } else {
                elements.add(label);
                index += label.glyphs.size();
            }
        }
        if (!segment.isEmpty()) {
            elements.add(new Element(null, segment));
        }
        return elements;
    }

    private void assign(List<Element> row) {
        Value current = null;
        boolean isFirst = false;
        double end = 0;
        for (Element element : row) {
            if (element.label != null) {
                current = new Value(element.label, element.glyphs);
                values.add(current);
                isFirst = true;
            } else {
                Segment segment = new Segment(element.glyphs);
                Value above = continued(segment);
                double distance = (segment.first().x() - end) / segment.height();
                boolean isBeside = current != null && distance < REACH && (isFirst || above == null);
                Value owner = isBeside ? current : above;
                isFirst = false;
                if (owner == null) {
                    unassigned.add(segment);
                } else {
                    owner.add(segment);
                }
            }
            end = element.glyphs.getLast().x();
        }
    }

    /** Returns the long value whose last line is just above the segment, and starts at the same place. */
    private @Nullable Value continued(Segment segment) {
        return values.stream()
                .filter(value -> value.label.isLong() && value.isAbove(segment))
                .min(Comparator.comparingDouble(value -> value.distance(segment)))
                .orElse(null);
    }

    /** Assigns segments to labels without a value that are almost in their row. */
    private void assignBesideLabels() {
        for (Value value : values) {
            if (value.glyphs.isEmpty()) {
                PlacedGlyph label = value.printed.getLast();
                Stream.of(unassigned)
                        .flatMap(List::stream)
                        .filter(segment -> Math.abs(segment.first().y() - label.y()) < BESIDE * label.height()
                                && segment.first().x() > label.x()
                                && segment.first().x() - label.x() < REACH * label.height())
                        .min(Comparator.comparingDouble(
                                segment -> segment.first().x()))
                        .ifPresent(segment -> {
                            value.add(segment);
                            unassigned.remove(segment);
                        });
            }
        }
    }

    /** A label, or characters between labels if {@code label} is null. */
    private record Element(@Nullable Label label, List<PlacedGlyph> glyphs) {}

    /** Neighbouring characters in a row. */
    private record Segment(List<PlacedGlyph> glyphs) {

        PlacedGlyph first() {
            return glyphs.getFirst();
        }

        double height() {
            return first().height();
        }
    }

    /** The value of a label as far as it is known. */
    private static final class Value {

        private final Label label;
        private final List<PlacedGlyph> printed;
        private final List<PlacedGlyph> glyphs = new ArrayList<>();

        /** The first character of the last line. */
        private @Nullable PlacedGlyph lineStart;

        Value(Label label, List<PlacedGlyph> printed) {
            this.label = label;
            this.printed = printed;
        }

        void add(Segment segment) {
            PlacedGlyph first = segment.first();
            if (lineStart == null || first.y() - lineStart.y() > first.height() / 2) {
                lineStart = first;
            }
            glyphs.addAll(segment.glyphs());
        }

        boolean isAbove(Segment segment) {
            if (lineStart == null) {
                return false;
            }
            double down = (segment.first().y() - lineStart.y()) / segment.height();
            return down > 0.5 && down < NEXT_LINE && distance(segment) < ALIGNED;
        }

        /** Returns the distance of the left edges in line heights. */
        double distance(Segment segment) {
            PlacedGlyph start = Objects.requireNonNull(lineStart, "a line");
            return Math.abs(segment.first().x() - start.x()) / segment.height();
        }
    }
}
