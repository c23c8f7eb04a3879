package io.zizhi.qualification.precheck;

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
    RequiredAt requiredAt();

    /** The latest step at which a third-party qualification needs its letter. */
    enum RequiredAt {
        /** When the qualification is submitted. */
        SUBMISSION,

        /** When a signature is bound to it. */
        SIGNATURE
    }
}
