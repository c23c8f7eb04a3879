package io.zizhi.e2e;

import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The running example of docs/consume-events.md. Its output has a line per event: key, version, type and JSON. Other
 * lines, such as warnings, are left out.
 */
final class ConsumerExample implements AutoCloseable {

    private static final Pattern EVENT = Pattern.compile("[a-z0-9-]+ \\d+ [a-z0-9.-]+ \\{.*}");

    /** The example lives for seconds, in which the second compiler and parallel collectors cost more than they save. */
    private static final String SHORT_LIVED = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    private final Process process;
    private final Path printed;

    private ConsumerExample(Process process, Path printed) {
        this.process = process;
        this.printed = printed;
    }

    /** Starts a command of the page; its output goes to a new file in {@code folder}. */
    static ConsumerExample start(String command, Path folder) throws IOException {
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", "exec " + command)
                .directory(ProjectFolder.find().toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().put("JDK_JAVA_OPTIONS", SHORT_LIVED);
        return new ConsumerExample(builder.start(), printed);
    }

    List<String> events() {
        return output().lines().filter(EVENT.asMatchPredicate()).toList();
    }

    /** Returns version and type of the events of an aggregate. */
    List<String> eventsOf(String aggregate) {
        return events().stream()
                .filter(event -> event.startsWith(aggregate + " "))
                .map(event -> event.substring(aggregate.length() + 1, event.indexOf(" {")))
                .toList();
    }

    /** Waits until the example has printed the event. */
    void await(String aggregate, long version) {
        String start = aggregate + " " + version + " ";
        Waiting.until("event " + version + " of " + aggregate, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The example ended: " + output());
            }
            return events().stream().filter(event -> event.startsWith(start)).findFirst();
        });
    }

    private String output() {
        try {
            return Files.readString(printed);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
