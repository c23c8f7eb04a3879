package io.zizhi.qualification.evaluation;

import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.dossier.Dossier;
import java.util.Optional;
import java.util.Set;

/**
 * What this service itself knows before it asks the others.
 *
 * @param dossier the qualification
 * @param identity what the account was verified as
 * @param administeredCompanies see {@link io.zizhi.qualification.precheck.Facts}
 */
public record Preparation(Dossier dossier, Optional<VerifiedIdentity> identity, Set<String> administeredCompanies) {}
