package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.local.demo.DemoUser;
import io.zizhi.local.demo.DemoUsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

    private static final Pattern COMMAND = Pattern.compile("(?m)^  \\./zizhi ([a-z]+)");

    @TempDir
    private Path folder;

    @Test
    void every_command_of_the_help_is_completed() throws IOException {
        List<String> commands = COMMAND.matcher(new Shell(folder)
                        .run("source deploy/local/shell/help.sh; help")
                        .output())
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
        assertThat(commands).contains("up", "logs");
        assertThat(complete("./zizhi ''")).containsExactlyInAnyOrderElementsOf(commands);
        assertThat(complete("./zizhi st")).containsExactly("status");
    }

    @Test
    void users_parts_and_options_are_completed() throws IOException {
        assertThat(complete("./zizhi token ''"))
                .containsExactlyElementsOf(
                        DemoUsers.ALL.stream().map(DemoUser::name).toList());
        assertThat(complete("./zizhi logs review")).containsExactly("review-service");
        assertThat(complete("./zizhi up --f")).containsExactly("--fresh");
    }

    /** What is offered for the last of {@code words}. */
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
