package io.zizhi.qualification.precheck.registry;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.precheck.facts.RegistryFinding;

/** A registry that calls a provider over HTTP. */
final class RemoteCompanyRegistry implements CompanyRegistry {

    private final RegistryClient client;

    RemoteCompanyRegistry(RegistryClient client) {
        this.client = client;
    }

    @Override
    public Uni<RegistryFinding> check(FourElements elements) {
        return client.check(RegistryQuestion.of(elements)).map(RegistryAnswer::finding);
    }
}
