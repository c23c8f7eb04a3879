package io.zizhi.notification.template;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the message texts. */
@ConfigMapping(prefix = "zizhi.sms.text")
public interface TemplateConfig {

    /**
     * Signature before every text, without its brackets: {@code 示例科技} becomes {@code 【示例科技】}. 2 to 18 characters.
     * Omit it if the provider adds the signature itself.
     */
    Optional<String> signature();

    /**
     * Hosts that texts may link to, in lower case and without their subdomains, for example {@code console.example.cn}.
     * None by default, so that no text may contain a link.
     */
    Optional<@Size(max = 16) List<@Pattern(regexp = "(?:[a-z0-9-]+\\.)+[a-z0-9-]+") String>> linkHosts();

    /**
     * How long a replica uses the published texts before it reads them again. A published text is used by all replicas
     * after this time.
     */
    @WithDefault("PT5S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 1)
    Duration readEvery();
}
