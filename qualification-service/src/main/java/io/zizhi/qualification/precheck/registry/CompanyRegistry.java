package io.zizhi.qualification.precheck.registry;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.precheck.RegistryFinding;

/** Whoever knows the registered companies. */
public interface CompanyRegistry {

    /** What is found of the four elements. Fails where nobody answers. */
    Uni<RegistryFinding> check(FourElements elements);
}
