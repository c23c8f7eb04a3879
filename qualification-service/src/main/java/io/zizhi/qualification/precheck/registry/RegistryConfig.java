package io.zizhi.qualification.precheck.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.zizhi.platform.runtime.settings.NeededWith;
import io.zizhi.platform.runtime.settings.Secret;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.util.Optional;

/** The company register that the pre-check asks. */
@ConfigMapping(prefix = "zizhi.company-registry")
public interface RegistryConfig {

    /** The register. By default none: companies are not checked, which reviewers can see. */
    @WithDefault("NONE")
    Provider provider();

    /** The file of companies for the provider {@code FILE}. By default the bundled example. */
    Optional<Path> file();

    /** Base URL of the register for the provider {@code HTTP}. The default reaches nothing. */
    @NotBlank
    @NeededWith("zizhi.company-registry.provider=HTTP")
    String url();

    /** Bearer token for the register. The default is no valid token. */
    @NotBlank
    @NeededWith("zizhi.company-registry.provider=HTTP")
    @Secret
    String token();

    /** The available registers. */
    enum Provider {
        /** None: companies are not checked, which reviewers can see. */
        NONE,

        /** A local file of companies. */
        FILE,

        /** A provider over HTTP. */
        HTTP
    }
}
