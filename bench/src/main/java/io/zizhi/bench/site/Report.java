package io.zizhi.bench.site;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Prints results as Markdown, ready for the README. */
public final class Report {

    private final PrintStream out;

    public Report(PrintStream out) {
        this.out = out;
    }

    public void machine() {
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
    public void text(String markdown) {
        out.println();
        out.println(markdown);
    }

    /** Prints a further line of a table. */
    public void line(String markdown) {
        out.println(markdown);
    }

    public void note(String text) {
        out.println("# " + text);
    }

    public void rounds(List<Figures> figures) {
        out.println();
        out.println("| what | unit | n | min | median | max |");
        out.println("|---|---|---|---|---|---|");
        figures.forEach(each -> out.println(each.rounds()));
        out.println();
    }

    public void distributions(List<Figures> figures) {
        out.println();
        out.println("| what | unit | n | p50 | p90 | p99 | p99.9 | max |");
        out.println("|---|---|---|---|---|---|---|---|");
        figures.forEach(each -> out.println(each.distribution()));
        out.println();
    }
}
