package io.zizhi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Follows docs/kubernetes.md: an operator copies the overlay and replaces the addresses in the copy only. */
class ProductionCopyTest {

    private static final String EXAMPLES = "example\\.cn|203\\.0\\.113\\.\\d+/32";

    /** Values in components would win over those of the overlay that lists them. */
    @Test
    void copy_sets_every_example_address_of_its_components() {
        assertThat(Build.of(Build.COMPLETE).text()).containsPattern(EXAMPLES);
        Path copy = ProductionCopy.with(
                "own-addresses",
                text -> ProductionCopy.uncomment(text)
                        .replace("example.cn", "example.org")
                        .replace("203.0.113.", "198.51.100."));

        assertThat(Build.in(copy).text())
                .contains("zizhi.example.org", "smsc.example.org", "198.51.100.40/32")
                .doesNotContainPattern(EXAMPLES);
    }
}
