package io.zizhi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation, cut into parts. A wrapped line belongs to the part that it continues, so pages may wrap
 * their lines differently.
 */
record MarkdownPage(Path file, List<Part> parts) {

    private static final Pattern FENCE = Pattern.compile("\\s*```(\\S*)\\s*");
    private static final Pattern HEADING = Pattern.compile("(#+) +(.*)");
    private static final Pattern ITEM = Pattern.compile("(\\s*(?:[-*]|\\d+\\.)) +(.*)");

    /** Matches the pipes between the cells of a row, not escaped ones. */
    private static final Pattern CELL_BORDER = Pattern.compile("(?<!\\\\)\\|");

    enum Kind {
        HEADING,
        PARAGRAPH,
        LIST_ITEM,
        TABLE_ROW,
        CODE
    }

    /**
     * A heading, paragraph, list item, table row or code block.
     *
     * @param mark number signs of a heading, bullet or number of an item, pipes of a row, language of code
     * @param line its first line in the file, from 1
     */
    record Part(Kind kind, String mark, int line, String text) {

        String shape() {
            return mark.isEmpty() ? kind.toString() : kind + " " + mark.strip();
        }

        /** Returns the cells of a row; every other part is one cell. */
        List<String> cells() {
            return kind == Kind.TABLE_ROW ? List.of(CELL_BORDER.split(text, -1)) : List.of(text);
        }

        private Part continuedBy(String wrapped) {
            return new Part(kind, mark, line, text + "\n" + wrapped.strip());
        }
    }

    static MarkdownPage read(Path file) {
        try {
            return new MarkdownPage(file, parts(Files.readAllLines(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String name() {
        return Objects.requireNonNull(file.getFileName()).toString();
    }

    /** Returns the parts before the first heading, and the parts of each heading, which come first in their section. */
    List<List<Part>> sections() {
        List<List<Part>> sections = new ArrayList<>(List.of(new ArrayList<>()));
        for (Part part : parts) {
            if (part.kind() == Kind.HEADING) {
                sections.add(new ArrayList<>());
            }
            sections.getLast().add(part);
        }
        return sections;
    }

    /** Returns the anchor of each heading as GitHub forms it, in their order. */
    List<String> anchors() {
        List<String> anchors = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        parts.stream().filter(part -> part.kind() == Kind.HEADING).forEach(heading -> {
            String name = heading.text()
                    .replaceAll("\\]\\([^)]*\\)", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            String anchor = name;
            for (int next = 1; !taken.add(anchor); next++) {
                anchor = name + "-" + next;
            }
            anchors.add(anchor);
        });
        return anchors;
    }

    private static List<Part> parts(List<String> lines) {
        List<Part> parts = new ArrayList<>();
        boolean open = false;
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            Matcher fence = FENCE.matcher(line);
            if (fence.matches()) {
                int end = index + 1;
                while (!FENCE.matcher(lines.get(end)).matches()) {
                    end++;
                }
                String code = String.join("\n", lines.subList(index + 1, end));
                parts.add(new Part(Kind.CODE, Objects.requireNonNull(fence.group(1)), index + 1, code));
                index = end;
                open = false;
            } else if (line.isBlank()) {
                open = false;
            } else {
                Part part = part(line, index + 1);
                boolean continues = open && part.kind() == Kind.PARAGRAPH;
                if (continues) {
                    parts.set(parts.size() - 1, parts.getLast().continuedBy(line));
                } else {
                    parts.add(part);
                }
                open = continues || part.kind() == Kind.PARAGRAPH || part.kind() == Kind.LIST_ITEM;
            }
        }
        return parts;
    }

    private static Part part(String line, int number) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            return new Part(Kind.HEADING, group(heading, 1), number, group(heading, 2));
        }
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            return new Part(Kind.LIST_ITEM, group(item, 1), number, group(item, 2));
        }
        if (line.startsWith("|")) {
            String pipes = "|".repeat((int) CELL_BORDER.matcher(line).results().count());
            return new Part(Kind.TABLE_ROW, pipes, number, line);
        }
        return new Part(Kind.PARAGRAPH, "", number, line.strip());
    }

    private static String group(Matcher matched, int group) {
        return Objects.requireNonNull(matched.group(group));
    }
}
