package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.local.demo.DemoUser;
import io.zizhi.local.demo.DemoUsers;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.suite.SuitePart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

    private static final Pattern COMMAND = Pattern.compile("(?m)^  \\./zizhi ([a-z]+)");

    @TempDir
    private Path folder;

    @Test
    void completes_every_command_of_help() throws IOException {
        List<String> commands = commands();
        assertThat(commands).contains("up", "logs");
        assertThat(complete("./zizhi ''")).containsExactlyInAnyOrderElementsOf(commands);
        assertThat(complete("./zizhi st")).containsExactly("status");
    }

    @Test
    void completes_users_parts_and_options() throws IOException {
        assertThat(complete("./zizhi token ''"))
                .containsExactlyElementsOf(
                        DemoUsers.ALL.stream().map(DemoUser::name).toList());
        assertThat(complete("./zizhi logs review")).containsExactly("review-service");
        assertThat(complete("./zizhi logs ''"))
                .filteredOn(word -> !word.startsWith("--"))
                .containsExactlyInAnyOrderElementsOf(SuitePart.names());
        assertThat(complete("./zizhi up --f")).containsExactly("--fresh");
    }

    @Test
    void completes_modules_that_exist() throws IOException {
        assertThat(complete("./zizhi test ''"))
                .contains("e2e", "faults")
                .filteredOn(word -> !word.startsWith("--"))
                .allSatisfy(module -> assertThat(
                                ProjectFolder.find().resolve(module).resolve("src/test"))
                        .isDirectory());
    }

    @Test
    void zsh_script_loads_bashcompinit_first() throws Exception {
        String script = Files.readString(ProjectFolder.find().resolve("deploy/local/shell/completion.bash"));
        assertThat(zizhi("bash")).isEqualTo(script);
        assertThat(zizhi("zsh"))
                .isEqualTo("autoload -U +X compinit bashcompinit && compinit && bashcompinit\n" + script);
    }

    /** Needs zsh, which the CI machine has. The zsh shell itself removes candidates that do not start with the word. */
    @Test
    @EnabledIf("isZshHere")
    void zsh_completes_commands_users_parts_and_options() throws Exception {
        assertThat(completeInZsh("./zizhi st")).containsExactlyInAnyOrderElementsOf(commands());
        assertThat(completeInZsh("./zizhi token ''"))
                .containsExactlyElementsOf(
                        DemoUsers.ALL.stream().map(DemoUser::name).toList());
        assertThat(completeInZsh("./zizhi logs review")).contains("review-service", "--json");
        assertThat(completeInZsh("zizhi up --f")).containsExactly("--fresh", "--production-like", "--servers", "--yes");
    }

    static boolean isZshHere() {
        return Stream.of("/usr/bin/zsh", "/bin/zsh").anyMatch(zsh -> Files.exists(Path.of(zsh)));
    }

    private List<String> commands() throws IOException {
        return COMMAND.matcher(new Shell(Files.createTempDirectory(folder, "machine"))
                        .run("source deploy/local/shell/help.sh; help")
                        .output())
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    /** Returns the output of {@code ./zizhi completion} for that shell. */
    private String zizhi(String shell) throws Exception {
        return run("./zizhi", "completion", shell);
    }

    private List<String> completeInZsh(String words) throws Exception {
        return run("zsh", "-f", "-c", """
                source <(./zizhi completion zsh)
                words=(%s)
                [[ "${_comps[$words[1]]}" == *_zizhi ]] || exit 1
                setopt shwordsplit ksharrays
                COMP_WORDS=("${words[@]}") COMP_CWORD=$((${#words[@]} - 1))
                _zizhi
                print -rl -- "${COMPREPLY[@]}"
                """.formatted(words)).lines().toList();
    }

    private String run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(ProjectFolder.find().toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** Returns the completions for the last of {@code words}. */
    private List<String> complete(String words) throws IOException {
        Path machine = Files.createTempDirectory(folder, "machine");
        return new Shell(machine)
                .run("source deploy/local/shell/completion.bash; COMP_WORDS=(" + words
                        + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _zizhi; printf '%s\\n' \"${COMPREPLY[@]}\"")
                .output()
                .lines()
                .toList();
    }
}
