package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DemoIT {

    @Test
    void demo_succeeds() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new Demo(RunningSuite.addresses(), TestRandom.seeded(), new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("审核通过 APPROVED", "资料待补充 SUPPLEMENT_REQUIRED", "已撤回 WITHDRAWN")
                .contains("CHINA_MOBILE: ACCEPTED", "CHINA_UNICOM: REJECTED PURPOSE_UNCLEAR", "CHINA_TELECOM: ACCEPTED")
                .contains("All steps succeeded: 2 approved, 1 withdrawn");
    }
}
