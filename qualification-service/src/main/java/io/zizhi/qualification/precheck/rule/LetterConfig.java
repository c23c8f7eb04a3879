package io.zizhi.qualification.precheck.rule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a third-party qualification needs its authorization letter. */
@ConfigMapping(prefix = "zizhi.letter")
public interface LetterConfig {

    /**
     * At which step a third-party qualification without a letter fails. By default at its submission, so that the desk
     * reviews both together.
     */
    @WithDefault("SUBMISSION")
    LetterAttached.RequiredAt requiredAt();
}
