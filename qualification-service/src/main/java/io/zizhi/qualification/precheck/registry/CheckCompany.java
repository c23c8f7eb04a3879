package io.zizhi.qualification.precheck.registry;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.account.allowance.Allowance;
import io.zizhi.qualification.account.allowance.TakeAllowance;
import io.zizhi.qualification.account.limits.QualificationLimits;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.facts.RegistryFinding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import org.jboss.logging.Logger;

/**
 * Looks up the company of a form in the register if the form has enough data. Never fails. An account may check the
 * same company only a few times a day: a check may cost money, and unlimited checks would allow guessing a legal
 * representative's id number.
 */
@ApplicationScoped
@Startup
public class CheckCompany {

    private static final Logger LOG = Logger.getLogger(CheckCompany.class);

    private final CompanyRegistry registry;
    private final TakeAllowance take;
    private final int checksPerDay;

    CheckCompany(CompanyRegistry registry, TakeAllowance take, QualificationLimits limits) {
        this.registry = registry;
        this.take = take;
        this.checksPerDay = limits.companyChecksPerDay();
    }

    /**
     * Returns the result of the register. UNKNOWN if it does not answer or {@code accountId} has used up today's
     * checks.
     */
    public Uni<RegistryFinding> handle(String accountId, QualificationForm form, LocalDate today) {
        return FourElements.of(form, today)
                .map(elements -> ask(accountId, elements))
                .orElseGet(() -> Uni.createFrom().item(RegistryFinding.NOT_ASKED));
    }

    private Uni<RegistryFinding> ask(String accountId, FourElements elements) {
        Allowance allowance = new Allowance("company-check " + elements.creditCode(), checksPerDay, Duration.ofDays(1));
        return take.handle(accountId, allowance)
                .chain(allowed ->
                        allowed ? registry.check(elements) : Uni.createFrom().item(RegistryFinding.UNKNOWN))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "The company registry does not answer: %s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithItem(RegistryFinding.UNKNOWN);
    }
}
