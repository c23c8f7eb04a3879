package io.zizhi.faults.nemesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.faults.suite.Fault;
import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final String FAIL_POINTS =
            "platform/src/main/java/io/zizhi/platform/runtime/failpoint/FailPoint.java";
    private static final Pattern LABEL = Pattern.compile("\\(\"([a-z.-]+)\"\\)");

    /** A campaign does not replace keys. {@code KilledKeyJobIT} uses this point. */
    private static final String IN_NO_CAMPAIGN = "F2-keys.before-commit";

    /** Compares the lists of fail-points in two modules that share no code. */
    @Test
    void every_fail_point_has_a_fault() throws IOException {
        String source = Files.readString(ProjectFolder.find().resolve(FAIL_POINTS));
        List<String> labels = LABEL.matcher(source)
                .results()
                .map((MatchResult found) -> "F2-" + found.group(1))
                .collect(Collectors.toCollection(ArrayList::new));
        assertThat(labels).hasSize(8);
        assertThat(labels.remove(IN_NO_CAMPAIGN)).isTrue();
        assertThat(Faults.named("F2").stream().map(Fault::name)).containsExactlyInAnyOrderElementsOf(labels);
    }

    @Test
    void finds_faults_by_number_and_name() {
        assertThat(Faults.named("F1, F13-lost-acks").stream().map(Fault::name))
                .containsExactly("F1-kill-service", "F13-lost-acks");
        assertThatThrownBy(() -> Faults.named("F99")).hasMessageContaining("F1-kill-service");
    }

    @Test
    void fault_names_are_unique() {
        assertThat(Faults.all().stream().map(Fault::name)).doesNotHaveDuplicates();
    }
}
