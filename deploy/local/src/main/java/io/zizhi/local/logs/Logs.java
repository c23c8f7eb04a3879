package io.zizhi.local.logs;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Merges the logs of several processes, ordered by time. */
public final class Logs {

    private final LogFormat format = LogFormat.local();
    private final List<LogFile> files;
    private final boolean named;

    /**
     * Reads the logs of {@code parts} in the installation {@code folder}; a part without a log is empty.
     *
     * @param named whether each line starts with the name of its part
     */
    public Logs(Path folder, List<String> parts, boolean named) {
        this.files = parts.stream()
                .map(part -> new LogFile(part, folder.resolve("logs").resolve(part + ".log"), format))
                .toList();
        this.named = named;
    }

    public void printTail(int lines, boolean raw, PrintStream out) {
        print(file -> file.tail(lines).stream(), raw, out);
    }

    /** Prints the lines written since the last call. */
    public void printNews(boolean raw, PrintStream out) {
        print(file -> file.news().stream(), raw, out);
    }

    private void print(Function<LogFile, Stream<LogLine>> lines, boolean raw, PrintStream out) {
        files.stream()
                .flatMap(lines)
                // stable: lines of one part keep their order
                .sorted(Comparator.comparing(LogLine::at))
                .forEach(line -> out.println(raw ? line.text() : readable(line)));
        out.flush();
    }

    private String readable(LogLine line) {
        String text = format.readable(line.text());
        if (!named) {
            return text;
        }
        String name = String.format(Locale.ROOT, "%-21s | ", line.part());
        return name + text.replace("\n", "\n" + name);
    }
}
