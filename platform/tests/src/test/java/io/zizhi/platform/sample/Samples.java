package io.zizhi.platform.sample;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.QualificationSubmitted;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Creates events and ids that are unique within the test run. */
public final class Samples {

    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis());

    private Samples() {}

    public static long newId() {
        return IDS.incrementAndGet();
    }

    public static QualificationSubmitted submitted(long qualificationId, int revision) {
        return submitted(qualificationId, revision, "星河示例科技有限公司");
    }

    public static QualificationSubmitted submitted(long qualificationId, int revision, String companyName) {
        return new QualificationSubmitted(
                qualificationId,
                qualificationId * 10 + revision,
                "company-a",
                revision,
                "示例资质",
                companyName,
                "91330106673959654P",
                OwnerType.COMPANY,
                Purpose.SELF,
                List.of("00000000000000000000000000000001"),
                "contact-1",
                Instant.parse("2026-11-24T02:00:00Z"));
    }
}
