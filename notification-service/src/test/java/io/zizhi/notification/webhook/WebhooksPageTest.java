package io.zizhi.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.notification.outbound.Signature;
import io.zizhi.notification.webhook.subscription.WebhookEventType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the example of {@code docs/webhooks.md} and compares the page with the code. */
class WebhooksPageTest {

    private static final Path ENGLISH = Path.of("../docs/webhooks.md");
    private static final Path CHINESE = Path.of("../docs/webhooks.zh-CN.md");
    private static final Pattern EXAMPLE = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);
    private static final String BODY = "{\"type\":\"signature.bound\",\"data\":{\"name\":\"星河示例\"}}";
    private static final String SECRET = Receiver.newSecret();

    @TempDir
    Path folder;

    @Test
    void example_accepts_both_secrets_of_a_rotation_and_nothing_else() throws Exception {
        String old = Receiver.newSecret();
        Map<String, String> headers = Signature.headers("msg_1", BODY, List.of(SECRET, old), Instant.now());
        assertThat(verify(SECRET, headers, BODY)).isEqualTo("True");
        assertThat(verify(old, headers, BODY)).isEqualTo("True");
        assertThat(verify(Receiver.newSecret(), headers, BODY)).isEqualTo("False");
        assertThat(verify(SECRET, headers, BODY + " ")).isEqualTo("False");
        Instant early = Instant.now().minus(Duration.ofMinutes(6));
        assertThat(verify(SECRET, Signature.headers("msg_1", BODY, SECRET, early), BODY))
                .isEqualTo("False");
    }

    @Test
    void both_pages_have_the_same_example_and_all_event_types() throws IOException {
        assertThat(example(CHINESE)).isEqualTo(example(ENGLISH));
        for (Path page : List.of(ENGLISH, CHINESE)) {
            assertThat(Files.readString(page))
                    .contains(Arrays.stream(WebhookEventType.values())
                            .map(type -> "| `" + type.type() + "` |")
                            .toList());
        }
    }

    private static String example(Path page) throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(page));
        assertThat(example.find()).as("example in %s", page).isTrue();
        return example.group(1);
    }

    private String verify(String secret, Map<String, String> headers, String body) throws Exception {
        String json = new ObjectMapper().writeValueAsString(List.of(secret, headers, body));
        Path program = Files.writeString(folder.resolve("verify.py"), example(ENGLISH) + """

                import json, sys
                secret, headers, body = json.load(open(sys.argv[1], encoding="utf-8"))
                print(verify(secret, headers, body.encode("utf-8")))
                """);
        Path input = Files.writeString(folder.resolve("input.json"), json);
        Process python;
        try {
            python = new ProcessBuilder("python3", program.toString(), input.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException noPython) {
            assumeTrue("true".equals(System.getenv("CI")), "SKIPPED: python3 is not installed");
            throw noPython;
        }
        String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(output).isZero();
        return output.strip();
    }
}
