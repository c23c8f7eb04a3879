package io.zizhi.notification.template;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
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
     * How long a replica uses the published texts before it reads them again. A published text is used by all replicas
     * after this time.
     */
    @WithDefault("PT5S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 1)
    Duration readEvery();
}
