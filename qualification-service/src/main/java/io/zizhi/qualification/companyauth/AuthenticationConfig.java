package io.zizhi.qualification.companyauth;

import io.zizhi.qualification.companyauth.provider.CompanyAuthentication;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The operator's choices about authentications by scan. */
@Singleton
public class AuthenticationConfig {

    private final String provider;
    private final Duration confirmWithin;
    private final Duration freshFor;
    private final Duration keptFor;

    /**
     * @param provider name of the {@link CompanyAuthentication}; {@code none} offers no scan
     * @param confirmWithin how long the code can be scanned and confirmed
     * @param freshFor how long after its confirmation it may serve a submission
     * @param keptFor how long one is kept after the time to confirm it; never shorter than it may serve a submission
     */
    AuthenticationConfig(
            @ConfigProperty(name = "zizhi.company-authentication", defaultValue = "none") String provider,
            @ConfigProperty(name = "zizhi.company-authentication.confirm-within", defaultValue = "PT15M")
                    Duration confirmWithin,
            @ConfigProperty(name = "zizhi.company-authentication.fresh-for", defaultValue = "P7D") Duration freshFor,
            @ConfigProperty(name = "zizhi.clean-up.company-authentications", defaultValue = "P30D") Duration keptFor) {
        this.provider = provider;
        this.confirmWithin = confirmWithin;
        this.freshFor = freshFor;
        this.keptFor = keptFor.compareTo(freshFor) < 0 ? freshFor : keptFor;
    }

    /** Name of the provider that was chosen. */
    public String provider() {
        return provider;
    }

    Duration confirmWithin() {
        return confirmWithin;
    }

    Duration freshFor() {
        return freshFor;
    }

    /** How long one is kept after the time to confirm it. */
    public Duration keptFor() {
        return keptFor;
    }
}
