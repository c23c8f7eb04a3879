package io.zizhi.qualification.companyauth;

import io.zizhi.qualification.companyauth.provider.CompanyAuthentication;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@Singleton
public class AuthenticationConfig {

    private final String provider;
    private final Duration confirmWithin;
    private final Duration freshFor;
    private final Duration keptFor;

    /**
     * @param provider name of the {@link CompanyAuthentication}; {@code none} disables scans
     * @param confirmWithin how long the code can be scanned and confirmed
     * @param freshFor how long after its confirmation an authentication can be used in a submission
     * @param keptFor how long an authentication is kept after {@code confirmWithin} has passed; at least {@code
     *     freshFor}
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

    public String provider() {
        return provider;
    }

    Duration confirmWithin() {
        return confirmWithin;
    }

    Duration freshFor() {
        return freshFor;
    }

    /** How long an authentication is kept after the time to confirm it has passed. */
    public Duration keptFor() {
        return keptFor;
    }
}
