package io.zizhi.notification;

import io.zizhi.platform.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void follows_the_architecture_rules() {
        ArchitectureRules.check(
                "io.zizhi.notification",
                "staff",
                "notice",
                "verification",
                "template",
                "webhook",
                "sender",
                "outbound",
                "limits");
    }
}
