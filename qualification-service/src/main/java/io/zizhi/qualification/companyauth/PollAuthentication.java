package io.zizhi.qualification.companyauth;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.companyauth.provider.ChosenAuthentication;
import io.zizhi.qualification.companyauth.provider.CompanyAuthentication;
import io.zizhi.qualification.companyauth.provider.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Returns the state of an authentication to the applicant. Asks the provider while the authentication is open. */
@ApplicationScoped
public class PollAuthentication {

    /**
     * For this long after the expiry, a failing provider is reported as an error: the scan may have been confirmed.
     * Later the authentication expires.
     */
    private static final Duration GRACE = Duration.ofHours(1);

    private final ReadAuthentication read;
    private final ChosenAuthentication chosen;
    private final TakeProgress take;
    private final Clock clock;

    PollAuthentication(ReadAuthentication read, ChosenAuthentication chosen, TakeProgress take, Clock clock) {
        this.read = read;
        this.chosen = chosen;
        this.take = take;
        this.clock = clock;
    }

    public Uni<AuthenticationView> handle(Caller caller, String id) {
        return read.handle(caller.requireAccount(), id)
                .chain(found -> found.status().isOpen()
                        ? ask(found).chain(progress -> take.handle(caller, id, progress))
                        : take.handle(caller, id, Progress.PENDING));
    }

    /**
     * Asks the provider. If the operator has switched providers since, the authentication stays pending until it
     * expires.
     */
    private Uni<Progress> ask(Authentication open) {
        return chosen.named(open.provider())
                .map(provider -> progress(provider, open))
                .orElseGet(() -> Uni.createFrom().item(Progress.PENDING));
    }

    /** Asks the provider. After {@link #GRACE}, a failure counts as pending, so the authentication expires. */
    private Uni<Progress> progress(CompanyAuthentication provider, Authentication open) {
        Uni<Progress> progress = provider.progress(open.reference());
        return clock.instant().isAfter(open.expiresAt().plus(GRACE))
                ? progress.onFailure().recoverWithItem(Progress.PENDING)
                : progress;
    }
}
