package io.zizhi.platform.privacy.encryption.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The master key in HashiCorp Vault, instead of a file. */
@ConfigMapping(prefix = "zizhi.vault")
public interface VaultConfig {

    /**
     * Address of Vault, for example {@code https://vault.example.cn:8200}. It may have a path, for example behind a
     * proxy. Unset: the master key is a file.
     */
    Optional<URI> address();

    /** Where the Transit engine is mounted. */
    @WithDefault("transit")
    @NotBlank
    String mount();

    /** Name of the key in the Transit engine. Each service needs a key of its own. Required with an address. */
    Optional<String> key();

    /** Namespace of Vault Enterprise. None by default. */
    Optional<String> namespace();

    /**
     * File with a token, which an agent may renew: it is read for each request. Unset: the service signs in with its
     * Kubernetes service account.
     */
    Optional<Path> tokenFile();

    /** Role of Vault's Kubernetes authentication. Required without a token file. */
    Optional<String> kubernetesRole();

    /** Where Kubernetes authentication is mounted. */
    @WithDefault("kubernetes")
    @NotBlank
    String kubernetesMount();

    /** File with the token of the service account. */
    @WithDefault("/var/run/secrets/kubernetes.io/serviceaccount/token")
    Path serviceAccountToken();

    /** How long to wait for an answer. Vault answers within milliseconds; five seconds leave room for a fail-over. */
    @WithDefault("PT5S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 1)
    Duration timeout();
}
