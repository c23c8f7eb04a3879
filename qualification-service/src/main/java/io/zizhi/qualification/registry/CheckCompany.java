package io.zizhi.qualification.registry;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.precheck.RegistryFinding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jboss.logging.Logger;

/** Has the company of a form looked up, if there is enough to look it up by. Never fails. */
@ApplicationScoped
@Startup
public class CheckCompany {

    private static final Logger LOG = Logger.getLogger(CheckCompany.class);

    private final CompanyRegistry registry;

    @Inject
    CheckCompany(CompanyRegistry registry) {
        this.registry = registry;
    }

    public Uni<RegistryFinding> handle(Particulars form, LocalDate today) {
        return FourElements.of(form, today)
                .map(this::ask)
                .orElseGet(() -> Uni.createFrom().item(RegistryFinding.NOT_ASKED));
    }

    private Uni<RegistryFinding> ask(FourElements elements) {
        return registry.check(elements)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "The company registry does not answer: %s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithItem(RegistryFinding.UNKNOWN);
    }
}
