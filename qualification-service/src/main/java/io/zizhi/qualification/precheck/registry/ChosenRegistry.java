package io.zizhi.qualification.precheck.registry;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.precheck.facts.RegistryFinding;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Creates the company registry selected by the operator. */
@Singleton
class ChosenRegistry {

    @Produces
    @Singleton
    CompanyRegistry registry(RegistryConfig config, @RestClient RegistryClient client) {
        return switch (config.provider()) {
            case NONE -> elements -> Uni.createFrom().item(RegistryFinding.UNKNOWN);
            case FILE -> read(config.file());
            case HTTP -> new RemoteCompanyRegistry(client);
        };
    }

    private static CompanyRegistry read(Optional<Path> file) {
        try (InputStream companies = file.isPresent()
                ? Files.newInputStream(file.get())
                : Objects.requireNonNull(ChosenRegistry.class.getResourceAsStream("/companies.example.json"))) {
            return new CompanyFile(companies);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the file of companies", failure);
        }
    }
}
