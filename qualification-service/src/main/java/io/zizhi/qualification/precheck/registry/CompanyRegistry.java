package io.zizhi.qualification.precheck.registry;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.precheck.facts.RegistryFinding;

/** A source of data about registered companies. */
public interface CompanyRegistry {

    /** Checks the four elements. Fails if the source does not answer. */
    Uni<RegistryFinding> check(FourElements elements);
}
