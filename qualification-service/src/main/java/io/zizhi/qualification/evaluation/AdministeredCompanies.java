package io.zizhi.qualification.evaluation;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.dossier.Dossier;
import io.zizhi.qualification.dossier.Qualification;
import io.zizhi.qualification.dossier.QualificationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** For which other companies of the account the administrator of a form already stands. */
@ApplicationScoped
public class AdministeredCompanies {

    private final QualificationRepository qualifications;

    @Inject
    AdministeredCompanies(QualificationRepository qualifications) {
        this.qualifications = qualifications;
    }

    public Uni<Set<String>> of(Dossier dossier) {
        Qualification qualification = dossier.qualification();
        return dossier.shown()
                .administratorIndex()
                .map(index ->
                        qualifications.administeredCompanies(qualification.accountId(), qualification.id(), index))
                .orElseGet(() -> Uni.createFrom().item(Set.of()));
    }
}
