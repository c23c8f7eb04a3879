package io.zizhi.qualification.companyauth;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.companyauth.provider.ChosenAuthentication;
import io.zizhi.qualification.companyauth.provider.CompanyAuthentication;
import io.zizhi.qualification.companyauth.provider.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** An applicant asks how far an authentication is; while it is open, the provider is asked in turn. */
@ApplicationScoped
public class PollAuthentication {

    /** How long after its end an outage of the provider may hide that it was confirmed. */
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

    /** One that another provider opened, before the operator chose this one or none, stays as it is and runs out. */
    private Uni<Progress> ask(Authentication open) {
        return chosen.named(open.provider())
                .map(provider -> progress(provider, open))
                .orElseGet(() -> Uni.createFrom().item(Progress.PENDING));
    }

    /** A provider that still fails long after the end knows no more of it: it has run out. */
    private Uni<Progress> progress(CompanyAuthentication provider, Authentication open) {
        Uni<Progress> progress = provider.progress(open.reference());
        return clock.instant().isAfter(open.expiresAt().plus(GRACE))
                ? progress.onFailure().recoverWithItem(Progress.PENDING)
                : progress;
    }
}
