package io.zizhi.qualification;

import io.zizhi.platform.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keeps_allowed_directions_between_rooms() {
        ArchitectureRules.check(
                "io.zizhi.qualification",
                "bulk",
                "signing",
                "reviewapi",
                "filing",
                "outcome",
                "catalogue",
                "companyauth",
                "precheck",
                "peer",
                "model",
                "account",
                "form");
    }
}
