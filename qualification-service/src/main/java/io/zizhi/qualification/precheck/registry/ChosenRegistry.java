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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Creates the company registry selected by the operator. */
@Singleton
class ChosenRegistry {

    /** The available registries. */
    enum Provider {
        /** None: companies are not checked, which reviewers can see. */
        NONE,

        /** A local file of companies. */
        FILE,

        /** A provider over HTTP. */
        HTTP
    }

    /**
     * @param provider the selected registry
     * @param file the file of companies; by default the bundled example
     */
    @Produces
    @Singleton
    CompanyRegistry registry(
            @ConfigProperty(name = "zizhi.company-registry.provider", defaultValue = "NONE") Provider provider,
            @ConfigProperty(name = "zizhi.company-registry.file") Optional<String> file,
            @RestClient RegistryClient client) {
        return switch (provider) {
            case NONE -> elements -> Uni.createFrom().item(RegistryFinding.UNKNOWN);
            case FILE -> read(file);
            case HTTP -> new RemoteCompanyRegistry(client);
        };
    }

    private static CompanyRegistry read(Optional<String> file) {
        try (InputStream companies = file.isPresent()
                ? Files.newInputStream(Path.of(file.get()))
                : Objects.requireNonNull(ChosenRegistry.class.getResourceAsStream("/companies.example.json"))) {
            return new CompanyFile(companies);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the file of companies", failure);
        }
    }
}
