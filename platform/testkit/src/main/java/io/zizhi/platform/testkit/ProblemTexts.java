package io.zizhi.platform.testkit;

import io.zizhi.platform.http.problem.ChineseTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds texts of problems in the sources that have no Chinese text. */
public final class ProblemTexts {

    /** The calls that take the text of a problem. */
    private static final Pattern CALL = Pattern.compile("\\b(Problems\\.\\w+|new Violation|of|found|tooLarge)\\(");

    /** A string literal, or a value joined to one. */
    private static final Pattern PART = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|[^\"+]+");

    private static final Pattern CODE = Pattern.compile("\"[A-Z][A-Z0-9_]+\"");

    /** The sample for every value in a text. */
    private static final String VALUE = "7";

    private ProblemTexts() {}

    /** Returns the English texts below {@code sources} that have no Chinese text. */
    public static List<String> untranslated(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> texts(read(file)).stream())
                    .distinct()
                    .filter(text -> ChineseTexts.bundled().find(text).isEmpty())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the texts of the calls in {@code source}, with {@link #VALUE} for each value. */
    static List<String> texts(String source) {
        List<String> found = new ArrayList<>();
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            List<String> arguments = arguments(source, call.end());
            boolean isProblem = !call.group(1).equals("of")
                    || arguments.stream()
                            .anyMatch(argument -> CODE.matcher(argument).matches());
            if (isProblem) {
                arguments.forEach(argument -> found.addAll(sentences(argument)));
            }
        }
        return found;
    }

    private static List<String> arguments(String source, int start) {
        List<String> arguments = new ArrayList<>();
        int depth = 1;
        int from = start;
        for (int at = start; depth > 0 && at < source.length(); at++) {
            switch (source.charAt(at)) {
                case '"', '\'' -> at = endOfLiteral(source, at);
                case '(', '{' -> depth++;
                case ')', '}' -> depth--;
                default -> {}
            }
            if (depth == 0 || (depth == 1 && at < source.length() && source.charAt(at) == ',')) {
                arguments.add(source.substring(from, at).strip());
                from = at + 1;
            }
        }
        return arguments;
    }

    private static int endOfLiteral(String source, int start) {
        int at = start + 1;
        while (at < source.length() && source.charAt(at) != source.charAt(start)) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    /**
     * Returns the sentences of an argument: one, or both of a conditional. Values and calls in it become
     * {@link #VALUE}.
     */
    private static List<String> sentences(String argument) {
        List<String> found = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Matcher part = PART.matcher(withoutCalls(argument) + ":");
        while (part.find()) {
            String value = part.group();
            if (part.group(1) != null) {
                text.append(part.group(1).replace("\\\"", "\""));
            } else if (value.contains("?") || value.contains(":")) {
                found.add(text.toString());
                text.setLength(0);
            } else if (!value.isBlank()) {
                text.append(VALUE);
            }
        }
        return found.stream()
                .filter(sentence -> sentence.contains(" ") && sentence.endsWith("."))
                .toList();
    }

    /** Removes the content of parentheses, which may contain other literals. */
    private static String withoutCalls(String argument) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        for (int at = 0; at < argument.length(); at++) {
            char next = argument.charAt(at);
            int end = next == '"' ? endOfLiteral(argument, at) : at;
            if (next == '(') {
                depth++;
            } else if (next == ')') {
                depth--;
            } else if (depth == 0) {
                plain.append(argument, at, end + 1);
            }
            at = end;
        }
        return plain.toString();
    }
}
