package io.zizhi.qualification.companyauth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import io.zizhi.qualification.companyauth.alipay.AlipayConfig;
import io.zizhi.qualification.companyauth.provider.CompanyAuthentication;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Scan authentication of companies. The settings of Alipay are in {@link AlipayConfig}. */
@ConfigMapping(prefix = "zizhi.company-authentication")
public interface AuthenticationConfig {

    /**
     * Name of the {@link CompanyAuthentication}. None by default: starting a scan then answers 404. Production refuses
     * {@code local}.
     */
    @WithParentName
    @WithDefault("none")
    String provider();

    /**
     * How long a code can be scanned and confirmed. A quarter of an hour lets a representative elsewhere receive it.
     */
    @WithDefault("PT15M")
    @DurationMin(seconds = 10)
    @DurationMax(days = 1)
    Duration confirmWithin();

    /**
     * How long after its confirmation an authentication can be used in a submission. A week is longer than most forms
     * take.
     */
    @WithDefault("P7D")
    @DurationMin(minutes = 1)
    @DurationMax(days = 365)
    Duration freshFor();

    /** The stand-in for a provider on one machine. */
    Local local();

    /** See {@link AuthenticationConfig#local()}. */
    interface Local {

        /** Base URL of this service, reachable from a phone or browser. By default its own port on this machine. */
        String url();
    }
}
