package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands of docs/by-curl.md one after another in one shell. Two things are replaced: the addresses by those of
 * the test suite, and thirty looks for an event, one a second, by 900, five a second. {@code RestartIT} runs the commands
 * that start and stop a suite.
 */
class ByCurlIT {

    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");

    /** Time limit in minutes, for commands that wait forever. */
    private static final long MINUTES = 15;

    @TempDir
    Path folder;

    @Test
    void commands_of_page_lead_to_approval_and_signature_twice() throws Exception {
        Path printed = folder.resolve("told");
        // in a file, because an argument would lose its Chinese characters in some locales
        Path script = Files.writeString(folder.resolve("script"), "set -eu\n" + script() + "\n" + script());
        Process shell = new ProcessBuilder("bash", script.toString())
                .directory(ProjectFolder.find().toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        try {
            boolean ended = shell.waitFor(MINUTES, TimeUnit.MINUTES);
            String output = Files.readString(printed);
            assertThat(ended).as("the page has come to its end: %s", output).isTrue();
            assertThat(shell.exitValue()).as(output).isZero();
            assertThat(output)
                    .contains("\"passed\":true", "\"status\":\"IN_REVIEW\"", "\"outcome\":\"APPROVED\"")
                    .contains("\"value\":\"李示例\"", "QUALIFICATION_APPROVED", "REVIEW_CLAIMED")
                    .contains("\"status\":\"SUPPLEMENT_REQUIRED\"", "\"previousLetterId\":")
                    .contains("此操作需要角色 applicant", "\"name\":\"星河示例科技\"");
        } finally {
            shell.descendants().forEach(ProcessHandle::destroy);
            shell.destroy();
        }
        String approved = new String(
                Login.as("applicant-a", RunningSuite.addresses())
                        .get(URI.create(
                                RunningSuite.addresses().qualification() + "/v1/qualifications?status=APPROVED"))
                        .bytes(),
                StandardCharsets.UTF_8);
        assertThat(approved).contains("星河短信示例");
    }

    private static String script() throws IOException {
        List<String> blocks = BLOCK.matcher(
                        Files.readString(ProjectFolder.find().resolve("docs/by-curl.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(blocks.getFirst()).isEqualTo("./zizhi up\n");
        assertThat(blocks.getLast()).isEqualTo("./zizhi down\n");
        Addresses addresses = RunningSuite.addresses();
        return blocks.subList(1, blocks.size() - 1).stream()
                .collect(Collectors.joining("\n"))
                .replace("http://127.0.0.1:10081", RunningSuite.get().internalUrl("qualification-service"))
                .replace("http://127.0.0.1:8081", addresses.qualification().toString())
                .replace("http://127.0.0.1:8082", addresses.document().toString())
                .replace("http://127.0.0.1:8083", addresses.review().toString())
                .replace("http://127.0.0.1:8084", addresses.notification().toString())
                .replace("http://127.0.0.1:18080/zizhi", addresses.issuer().toString())
                .replace("{1..30}", "{1..900}")
                .replace("sleep 1;", "sleep 0.2;");
    }
}
