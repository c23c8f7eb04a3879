package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.server.ServerClassPath;
import io.zizhi.local.server.kafka.KafkaUsers;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the Java and kcat commands of docs/consume-events.md. Only the paths of libraries and settings are replaced by
 * those of the test suite. The tests of repeated and early events read a topic of their own.
 */
class ConsumeEventsIT {

    private static final Path ROOT = ProjectFolder.find();
    private static final String PAGE = "docs/consume-events.md";
    private static final Path EXAMPLE = ROOT.resolve("docs/examples/ConsumeEvents.java");
    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");
    private static final Pattern NO_CODE = Pattern.compile("\\s*|import .*|\\s*(/\\*\\*|\\*).*");

    /** Time limit in seconds for a command that ends. */
    private static final long PATIENCE = 180;

    @TempDir
    Path folder;

    @Test
    void example_prints_events_of_submission_once_in_order() throws IOException {
        try (ConsumerExample example = ConsumerExample.start(commands("java").getFirst(), folder)) {
            Journey.Approved approved = SharedJourney.get().approved();
            String qualification = Long.toString(approved.id());
            String review = Long.toString(approved.workOrder());
            example.await(review, 3);
            example.await(qualification, 2);
            assertThat(example.eventsOf(qualification))
                    .containsExactly("1 zizhi.qualification.submitted.v1", "2 zizhi.qualification.approved.v1");
            assertThat(example.eventsOf(review))
                    .containsExactly(
                            "1 zizhi.review.opened.v1", "2 zizhi.review.claimed.v1", "3 zizhi.review.decided.v1");
            assertThat(example.events()).allSatisfy(ConsumeEventsIT::requireValid);
        }
    }

    @Test
    void example_drops_repeated_and_defers_early_events() throws Exception {
        try (ExampleTopic topic = topic();
                ConsumerExample example = ConsumerExample.start(commandFor(topic), folder)) {
            topic.send("a", 4);
            topic.send("a", 6);
            topic.send("a", 4);
            topic.send("a", 5);
            topic.send("b", 1);
            example.await("b", 1);
            assertThat(example.eventsOf("a")).containsExactly("4 example", "5 example", "6 example");
            Waiting.until("the commit", () -> topic.committed().filter(records -> records == 5));
        }
    }

    @Test
    void restarted_example_repeats_uncommitted_events() throws Exception {
        try (ExampleTopic topic = topic()) {
            String command = commandFor(topic);
            try (ConsumerExample example = ConsumerExample.start(command, folder)) {
                topic.send("a", 1);
                Waiting.until("the commit", () -> topic.committed().filter(records -> records == 1));
                topic.send("a", 3);
                topic.send("b", 1);
                example.await("b", 1);
            }
            topic.removeMembers();
            assertThat(topic.committed()).contains(1L);
            try (ConsumerExample restarted = ConsumerExample.start(command, folder)) {
                restarted.await("a", 3);
                restarted.await("b", 1);
            }
        }
    }

    @Test
    void kcat_commands_succeed() throws IOException, InterruptedException {
        assumeTrue(isInstalled("kcat"), "kcat is not installed");
        for (String command : commands("kcat")) {
            Path printed = Files.createTempFile(folder, "kcat", ".txt");
            Process process = new ProcessBuilder("bash", "-c", command)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .start();
            boolean ended = process.waitFor(PATIENCE, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended)
                    .as("%s ends: %s", command, Files.readString(printed))
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(printed)).isZero();
        }
    }

    @Test
    void example_has_at_most_forty_lines() throws IOException {
        assertThat(Files.readAllLines(EXAMPLE).stream()
                        .filter(line -> !NO_CODE.matcher(line).matches()))
                .hasSizeLessThanOrEqualTo(40);
    }

    /** Checks the JSON of a printed event against the schema of its type. */
    private static void requireValid(String event) {
        String[] parts = event.split(" ", 4);
        try {
            String schema = Files.readString(ROOT.resolve("docs/schemas/" + parts[2] + ".json"));
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(new ObjectMapper().readTree(parts[3])))
                    .isEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static ExampleTopic topic() {
        return new ExampleTopic(RunningSuite.get().infrastructure().kafkaClient(KafkaUsers.TOOLS));
    }

    /** Returns the command for one topic and its group. */
    private String commandFor(ExampleTopic topic) throws IOException {
        Path settings = settings().resolve("tools.properties");
        Path own = folder.resolve("client.properties");
        Files.writeString(own, Files.readString(settings) + "group.id=" + topic.name() + "\n");
        String command = commands("java").getFirst();
        return command.substring(0, command.indexOf(settings.toString())) + own + " " + topic.name();
    }

    private static Path settings() {
        return KafkaUsers.folder(RunningSuite.get().infrastructure().folder());
    }

    /** Returns the commands of the page that start {@code program}. */
    private static List<String> commands(String program) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return blocks().stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(program + " "))
                .map(line -> line.replace("java -cp", java + " -cp")
                        .replace("target/lib/*", ServerClassPath.of("local-broker"))
                        .replace(".zizhi/kafka", settings().toString()))
                .toList();
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(ROOT.resolve(PAGE)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
