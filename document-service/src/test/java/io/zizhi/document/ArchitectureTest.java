package io.zizhi.document;

import io.zizhi.platform.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void follows_the_architecture_rules() {
        ArchitectureRules.check(
                "io.zizhi.document",
                "export",
                "viewing",
                "retention",
                "pinning",
                "intake",
                "scanning",
                "recognition",
                "storage",
                "limits");
    }
}
