package io.zizhi.platform.http.problem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Chinese texts of problems. Each module has a file {@code problems-zh-CN.txt} with lines
 * {@code English | Chinese}. Values are placeholders such as <code>{0}</code> in both texts. The values are taken from
 * the English text of the problem, so the code that raises a problem states each value once.
 */
public final class ChineseTexts {

    private static final String FILE = "problems-zh-CN.txt";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    private final Map<String, String> fixed = new HashMap<>();
    private final List<Pair> withValues = new ArrayList<>();

    private ChineseTexts() {}

    /** Returns the texts of all modules on the class path. */
    public static ChineseTexts bundled() {
        return Bundled.TEXTS;
    }

    /** Returns the Chinese text of {@code english}, or empty if no file has it. */
    public Optional<String> find(String english) {
        return Optional.ofNullable(fixed.get(english))
                .or(() -> withValues.stream()
                        .flatMap(pair -> pair.translate(english).stream())
                        .findFirst());
    }

    /** Returns the Chinese text of a violation, or empty if neither the violation nor a file has it. */
    public Optional<String> find(Violation violation) {
        return Optional.ofNullable(violation.detailZh()).or(() -> find(violation.detail()));
    }

    /** Returns the problem in Chinese. A text without a translation stays English. */
    ProblemDetails translate(ProblemDetails problem) {
        return new ProblemDetails(
                problem.type(),
                find(problem.title()).orElse(problem.title()),
                problem.status(),
                problem.code(),
                find(problem.detail()).orElse(problem.detail()),
                problem.instance(),
                problem.errors().stream()
                        .map(error -> new Violation(
                                error.pointer(), error.code(), find(error).orElse(error.detail())))
                        .toList());
    }

    private void read(URL file) {
        try (var lines = new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", -1))
                    .forEach(this::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(FILE + " cannot be read", failure);
        }
    }

    private void add(String[] columns) {
        if (columns.length != 2) {
            throw new IllegalStateException(FILE + ": expected English and Chinese: " + String.join(" | ", columns));
        }
        if (PLACEHOLDER.matcher(columns[0]).find()) {
            withValues.add(Pair.of(columns[0], columns[1]));
        } else {
            fixed.put(columns[0], columns[1]);
        }
    }

    /**
     * A text with values.
     *
     * @param english matches the English text; group {@code v0} is the value of <code>{0}</code>
     * @param chinese the Chinese text with placeholders
     */
    private record Pair(Pattern english, String chinese) {

        static Pair of(String english, String chinese) {
            StringBuilder form = new StringBuilder();
            int end = 0;
            for (MatchResult placeholder :
                    PLACEHOLDER.matcher(english).results().toList()) {
                form.append(Pattern.quote(english.substring(end, placeholder.start())))
                        .append("(?<v")
                        .append(placeholder.group(1))
                        .append(">.*?)");
                end = placeholder.end();
            }
            form.append(Pattern.quote(english.substring(end)));
            return new Pair(Pattern.compile(form.toString(), Pattern.DOTALL), chinese);
        }

        Optional<String> translate(String text) {
            Matcher values = english.matcher(text);
            return values.matches()
                    ? Optional.of(PLACEHOLDER
                            .matcher(chinese)
                            .replaceAll(
                                    placeholder -> Matcher.quoteReplacement(values.group("v" + placeholder.group(1)))))
                    : Optional.empty();
        }
    }

    /** Reads the files at the first use. */
    private static final class Bundled {

        static final ChineseTexts TEXTS = read();

        private static ChineseTexts read() {
            ChineseTexts texts = new ChineseTexts();
            ClassLoader modules = Objects.requireNonNull(ChineseTexts.class.getClassLoader());
            try {
                Collections.list(modules.getResources(FILE)).forEach(texts::read);
            } catch (IOException failure) {
                throw new UncheckedIOException(FILE + " cannot be read", failure);
            }
            return texts;
        }
    }
}
