package io.zizhi.qualification.companyauth.provider;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.companyauth.AuthenticationConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** The configured identity provider, if any. */
@ApplicationScoped
public class ChosenAuthentication {

    /** Name of the local provider, a page of this service. */
    public static final String LOCAL = "local";

    private static final String NONE = "none";
    private static final Set<String> LOCAL_PROFILES = Set.of("local", "test");

    private final List<CompanyAuthentication> providers;
    private final String name;
    private final boolean local;

    ChosenAuthentication(@Any Instance<CompanyAuthentication> providers, AuthenticationConfig config, Config runtime) {
        this.providers = providers.stream().toList();
        this.name = config.provider();
        this.local = isLocal(runtime.unwrap(SmallRyeConfig.class).getProfiles());
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        choose(providers, name, local);
    }

    /** Returns the provider; fails with 404 if the installation has none. */
    public CompanyAuthentication provider() {
        return choose(providers, name, local)
                .orElseThrow(() -> Problems.notFound(
                        "COMPANY_AUTHENTICATION_NOT_OFFERED",
                        "This installation offers no scan authentication: upload a certificate."));
    }

    /** Returns whether the installation has a provider. */
    public boolean isOffered() {
        return choose(providers, name, local).isPresent();
    }

    /** Returns the configured provider if it has that name. */
    public Optional<CompanyAuthentication> named(String provider) {
        return choose(providers, name, local).filter(chosen -> chosen.name().equals(provider));
    }

    /** Returns whether the local page is the configured provider. */
    public boolean isLocal() {
        return local && name.equals(LOCAL);
    }

    static boolean isLocal(List<String> profiles) {
        return !profiles.contains("prod") && profiles.stream().anyMatch(LOCAL_PROFILES::contains);
    }

    static Optional<CompanyAuthentication> choose(List<CompanyAuthentication> providers, String name, boolean local) {
        if (name.equals(NONE)) {
            return Optional.empty();
        }
        if (name.equals(LOCAL) && !local) {
            throw new IllegalStateException(
                    "zizhi.company-authentication=local lets anyone confirm any company. It is allowed in the profiles"
                            + " 'local' and 'test' only.");
        }
        return Optional.of(providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("zizhi.company-authentication must be none or one of "
                        + providers.stream().map(CompanyAuthentication::name).toList() + ", not '" + name + "'")));
    }
}
