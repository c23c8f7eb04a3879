package io.zizhi.e2e;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;

import io.zizhi.e2e.MarkdownPage.Kind;
import io.zizhi.e2e.MarkdownPage.Part;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares an English page with its Chinese twin. Everything except the prose must agree: headings, paragraphs, list
 * items, rows and cells of tables, commands, codes, names, numbers and links. Links of the twin lead to Chinese pages
 * where these exist.
 */
final class Translation {

    static final String SUFFIX = ".zh-CN.md";

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

    /** Matches names that stay untranslated outside backticks, such as of alerts, exceptions, states and settings. */
    private static final Pattern NAME =
            Pattern.compile("([A-Z][a-z]+(?:[A-Z][a-z]+)+|[A-Z]{2,}(?:_[A-Z]+)+|zizhi\\.[a-z.-]*[a-z])");

    private static final Pattern NUMBER = Pattern.compile("(\\d+(?:[.,:]\\d+)*)");

    /** Matches a number with a word for a power of ten: Chinese counts in 10,000 and 100,000,000. */
    private static final Pattern SCALED = Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?) ?(million|万|亿)");

    private static final Map<String, Integer> POWERS = Map.of("million", 6, "万", 4, "亿", 8);
    private static final Pattern ENGLISH_WORDS = Pattern.compile("\\b[a-z]{2,} [a-z]{2,}\\b");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final MarkdownPage english;
    private final MarkdownPage chinese;
    private final List<String> differences = new ArrayList<>();

    private Translation(Path english, Path chinese) {
        this.english = MarkdownPage.read(english);
        this.chinese = MarkdownPage.read(chinese);
    }

    /** Returns what a translation may not change but did, with the lines of both pages. */
    static List<String> differences(Path english, Path chinese) {
        Translation translation = new Translation(english, chinese);
        translation.compare();
        return translation.differences;
    }

    private void compare() {
        if (!haveSameShapes(headings(english), headings(chinese))) {
            return;
        }
        List<List<Part>> sections = english.sections();
        List<List<Part>> twins = chinese.sections();
        for (int section = 0; section < sections.size(); section++) {
            List<Part> parts = sections.get(section);
            if (haveSameShapes(parts, twins.get(section))) {
                for (int part = 0; part < parts.size(); part++) {
                    compare(parts.get(part), twins.get(section).get(part));
                }
            }
        }
    }

    private static List<Part> headings(MarkdownPage page) {
        return page.parts().stream().filter(part -> part.kind() == Kind.HEADING).toList();
    }

    /** Compares number and kinds. Reports only the first difference, because it moves all later parts. */
    private boolean haveSameShapes(List<Part> parts, List<Part> twins) {
        for (int index = 0; index < Math.max(parts.size(), twins.size()); index++) {
            if (index >= parts.size()
                    || index >= twins.size()
                    || !parts.get(index).shape().equals(twins.get(index).shape())) {
                differences.add("%s, but %s".formatted(place(english, parts, index), place(chinese, twins, index)));
                return false;
            }
        }
        return true;
    }

    private static String place(MarkdownPage page, List<Part> parts, int index) {
        return index < parts.size()
                ? "%s:%d has %s"
                        .formatted(
                                page.name(),
                                parts.get(index).line(),
                                parts.get(index).shape())
                : page.name() + " has nothing more there";
    }

    private void compare(Part part, Part twin) {
        if (part.kind() == Kind.CODE) {
            compare("code", part, twin, commands(part), commands(twin));
            return;
        }
        for (int cell = 0; cell < part.cells().size(); cell++) {
            String text = part.cells().get(cell);
            String translation = twin.cells().get(cell);
            compare("codes", part, twin, all(CODE, text), all(CODE, translation));
            compare("links", part, twin, translated(all(LINK, text)), all(LINK, translation));
            compare("names", part, twin, all(NAME, prose(text)), all(NAME, prose(translation)));
            // a translation may write more numbers in digits, as in "30 天" for "thirty days"
            Set<String> numbers = numbers(prose(text));
            compare("numbers", part, twin, numbers, common(numbers, numbers(prose(translation))));
        }
        if (ENGLISH_WORDS.matcher(prose(part.text())).find()
                && !CHINESE.matcher(twin.text()).find()) {
            differences.add("%s:%d is not translated".formatted(chinese.name(), twin.line()));
        }
    }

    private void compare(String what, Part part, Part twin, Set<String> expected, Set<String> actual) {
        if (!expected.equals(actual)) {
            differences.add("%s:%d and %s:%d have different %s: %s, but %s"
                    .formatted(
                            english.name(),
                            part.line(),
                            chinese.name(),
                            twin.line(),
                            what,
                            without(expected, actual),
                            without(actual, expected)));
        }
    }

    private static SortedSet<String> without(Set<String> all, Set<String> some) {
        return sorted(all.stream().filter(one -> !some.contains(one)));
    }

    private static SortedSet<String> common(Set<String> some, Set<String> others) {
        return sorted(some.stream().filter(others::contains));
    }

    private static SortedSet<String> all(Pattern pattern, String text) {
        return sorted(pattern.matcher(text).results().map((MatchResult found) -> found.group(1)));
    }

    private static SortedSet<String> sorted(Stream<String> texts) {
        return texts.collect(toCollection(TreeSet::new));
    }

    /** Returns the numbers of a text; those with a word for a power of ten in digits, as in "1,000,000" for "100 万". */
    private static Set<String> numbers(String text) {
        return all(
                NUMBER,
                SCALED.matcher(text)
                        .replaceAll(number -> "%,d"
                                .formatted(new BigDecimal(number.group(1).replace(",", ""))
                                        .movePointRight(requireNonNull(POWERS.get(number.group(2))))
                                        .toBigIntegerExact())));
    }

    /** Returns the numbered lines of code, without the words of comments and of arrows in diagrams. */
    private static SortedSet<String> commands(Part code) {
        String words = switch (code.mark()) {
            case "mermaid" -> "(?<=\\|)[^|]*(?=\\|)";
            case "java" -> "(?<=//).*";
            case "sql" -> "(?<=--).*";
            default -> "(?<=^#|\\s#).*";
        };
        List<String> lines = code.text().lines().toList();
        return sorted(IntStream.range(0, lines.size())
                .mapToObj(index -> index + 1 + ": " + lines.get(index).replaceAll(words, "")));
    }

    private static String prose(String text) {
        return LINK.matcher(CODE.matcher(text).replaceAll(" ")).replaceAll("]");
    }

    private SortedSet<String> translated(Set<String> links) {
        return sorted(links.stream().map(this::translated));
    }

    /** Returns where a link of the English page leads on the Chinese one. */
    private String translated(String link) {
        int sign = link.indexOf('#');
        String page = sign < 0 ? link : link.substring(0, sign);
        Path file = page.isEmpty()
                ? english.file()
                : english.file().resolveSibling(page).normalize();
        if (file.equals(chinese.file())) {
            return english.name();
        }
        Path twin = Path.of(file.toString().replaceFirst("\\.md$", SUFFIX));
        if (!Files.exists(twin)) {
            return link;
        }
        String target = page.replaceFirst("\\.md$", SUFFIX);
        return sign < 0 ? target : target + "#" + translated(link.substring(sign + 1), file, twin);
    }

    private static String translated(String anchor, Path page, Path twin) {
        int heading = MarkdownPage.read(page).anchors().indexOf(anchor);
        List<String> anchors = MarkdownPage.read(twin).anchors();
        return heading < 0 || heading >= anchors.size() ? "(no such heading)" : anchors.get(heading);
    }
}
