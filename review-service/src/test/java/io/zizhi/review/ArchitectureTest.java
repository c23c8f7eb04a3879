package io.zizhi.review;

import io.zizhi.platform.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_service_keeps_the_rules_of_the_house() {
        ArchitectureRules.check(
                "io.zizhi.review",
                "casefile",
                "decision",
                "worklist",
                "reporting",
                "viewing",
                "sla",
                "reviewer",
                "review",
                "clock",
                "peer",
                "limits");
    }
}
