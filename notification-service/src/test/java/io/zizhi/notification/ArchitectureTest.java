package io.zizhi.notification;

import io.zizhi.platform.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_service_keeps_to_the_rules_of_the_house() {
        ArchitectureRules.check(
                "io.zizhi.notification", "staff", "notice", "verification", "webhook", "sender", "outbound", "limits");
    }
}
