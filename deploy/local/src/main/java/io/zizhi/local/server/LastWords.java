package io.zizhi.local.server;

import io.zizhi.local.logs.LogFormat;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a failed process's log, formatted for people, with an explanation of known causes. */
final class LastWords {

    private static final int LINES = 15;
    private static final int ENOUGH = 1 << 20;
    /** Matches stack frames, which are dropped; the lines between them help the user. */
    private static final Pattern FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. \\d+ ).*");

    /** Known causes of a failed start, with their remedies. */
    private enum Meaning {
        DISK_FULL("No space left on device", "The disk is full. Free some space, then start again."),
        MEMORY(
                "OutOfMemoryError|insufficient memory|Cannot allocate memory",
                "There was not enough memory: the suite needs about 2 GB. Stop other programs, then start again."),
        OTHER_VERSION(
                "FlywayValidateException|Validate failed|Migration checksum mismatch|applied migration not resolved"
                        // created by migrations that this version does not have; quotation marks are escaped in a log
                        + "|relation \\S+ already exists"
                        + "|database files are incompatible|Found non-empty schema",
                "The data was created by another version of Zizhi. Use that version, or delete all data and start"
                        + " again: ./zizhi up --fresh"),
        NOT_OURS(
                "Permission denied|has wrong ownership|AccessDenied",
                "A file belongs to another user. Was ./zizhi run before by another user, such as root?");

        private final Pattern words;
        private final String advice;

        Meaning(String words, String advice) {
            this.words = Pattern.compile(words);
            this.advice = advice;
        }

        static String of(List<String> lines) {
            for (Meaning meaning : values()) {
                if (lines.stream().anyMatch(line -> meaning.words.matcher(line).find())) {
                    return "\n" + meaning.advice;
                }
            }
            return "";
        }
    }

    private LastWords() {}

    /** Returns the end of {@code log} after the first {@code start} bytes. */
    static String in(Path log, long start) {
        List<String> lines = read(log, start);
        if (lines.isEmpty()) {
            return " Its log is empty: " + log;
        }
        List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        return " The last lines of " + log + ":\n    " + String.join("\n    ", last) + Meaning.of(lines);
    }

    private static List<String> read(Path log, long start) {
        try (FileChannel channel = FileChannel.open(log)) {
            channel.position(Math.max(start, channel.size() - ENOUGH));
            String text = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(LogFormat.local()::readable)
                    .flatMap(String::lines)
                    .filter(line -> !line.isBlank() && !FRAME.matcher(line).matches())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
