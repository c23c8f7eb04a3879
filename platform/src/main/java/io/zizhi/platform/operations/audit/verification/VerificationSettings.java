package io.zizhi.platform.operations.audit.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How a service verifies its audit log. */
@ConfigMapping(prefix = "zizhi.audit.verification")
public interface VerificationSettings {

    /** Time between the verifications that each replica does unasked. The first one follows ten minutes after its start. */
    @WithDefault("P1D")
    @DurationMin(seconds = 1)
    @DurationMax(days = 31)
    Duration every();

    /**
     * Epoch of the last restore that you know of: the result of {@code producer_restored}. Rows that it or an earlier
     * restore has lost are listed, and do not count as tampering. An attacker who controls the database can claim a
     * restore but cannot change this setting.
     */
    @WithDefault("1")
    @Min(1)
    @Max(99_999_999_999L)
    long acceptedEpoch();
}
