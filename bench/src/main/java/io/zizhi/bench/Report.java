package io.zizhi.bench;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Prints results as Markdown, ready for the README. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void machine() {
        Runtime runtime = Runtime.getRuntime();
        out.printf(
                Locale.ROOT,
                "%s, JDK %s, %d processors, %s %s%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.version(),
                runtime.availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }

    /** Prints a table that another class has formatted. */
    void text(String markdown) {
        out.println();
        out.println(markdown);
    }

    void note(String text) {
        out.println("# " + text);
    }

    void rounds(List<Figures> figures) {
        out.println();
        out.println("| what | unit | n | min | median | max |");
        out.println("|---|---|---|---|---|---|");
        figures.forEach(each -> out.println(each.rounds()));
        out.println();
    }

    void distributions(List<Figures> figures) {
        out.println();
        out.println("| what | unit | n | p50 | p90 | p99 | p99.9 | max |");
        out.println("|---|---|---|---|---|---|---|---|");
        figures.forEach(each -> out.println(each.distribution()));
        out.println();
    }
}
