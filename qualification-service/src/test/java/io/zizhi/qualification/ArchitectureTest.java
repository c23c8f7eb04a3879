package io.zizhi.qualification;

import io.zizhi.platform.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_service_keeps_its_shape() {
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
