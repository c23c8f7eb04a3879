package io.zizhi.local;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.logs.Logs;
import io.zizhi.local.suite.SuitePart;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ./zizhi logs [PART] [-f] [-n LINES] [--json]}: shows the logs of one part or of all. */
final class LogsCommand {

    private static final int LINES = 50;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private @Nullable String part;
    private int lines = LINES;
    private boolean follow;
    private boolean raw;

    /** Parses {@code arguments}; throws a failure that explains what is wrong with them. */
    static LogsCommand parse(List<String> arguments) {
        LogsCommand command = new LogsCommand();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "-f", "--follow" -> command.follow = true;
                case "--json" -> command.raw = true;
                case "-n", "--lines" -> command.lines = count(++i < arguments.size() ? arguments.get(i) : "");
                default -> command.part = part(argument, command.part);
            }
        }
        return command;
    }

    private static int count(String value) {
        if (!value.matches("\\d{1,6}")) {
            throw new LocalFailure("-n needs a number of lines, such as -n 100.");
        }
        return Integer.parseInt(value);
    }

    /** Returns the name of a part. Accepts {@code review} for {@code review-service}. */
    private static String part(String argument, @Nullable String before) {
        List<String> names = SuitePart.names();
        if (before != null || argument.startsWith("-")) {
            throw new LocalFailure("Usage: ./zizhi logs [PART] [-f] [-n LINES] [--json]");
        }
        return names.stream()
                .filter(name -> name.equals(argument) || name.equals(argument + "-service"))
                .findFirst()
                .orElseThrow(() -> new LocalFailure(
                        "There is no part " + argument + "; the parts are " + String.join(", ", names) + "."));
    }

    /** Prints the logs; with {@code -f}, continues until interrupted. */
    void run(Path folder, PrintStream out) {
        Logs logs = new Logs(folder, part == null ? SuitePart.names() : List.of(part), part == null);
        logs.printTail(lines, raw, out);
        // a reader such as head may have closed the pipe
        while (follow && !out.checkError()) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            logs.printNews(raw, out);
        }
    }
}
