package io.zizhi.qualification.companyauth.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long company authentications are stored. */
@ConfigMapping(prefix = "zizhi.clean-up")
public interface AuthenticationCleanUpConfig {

    /**
     * How long an authentication is stored after the deadline for confirming it, with the confirmed company and legal
     * representative. It is never purged before it stops serving submissions ({@code
     * zizhi.company-authentication.fresh-for}). Thirty days cover questions about the last month.
     */
    @WithDefault("P30D")
    @DurationMin(days = 1)
    @DurationMax(days = 3650)
    Duration companyAuthentications();
}
