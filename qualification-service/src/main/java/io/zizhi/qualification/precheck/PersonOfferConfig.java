package io.zizhi.qualification.precheck;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What accounts that are verified as a person may file. */
@ConfigMapping(prefix = "zizhi.offer")
public interface PersonOfferConfig {

    /** Whether they may file for their own use. Allowed by default: an installation opts out. */
    @WithDefault("true")
    boolean personSelf();

    /** Whether they may file for third parties. Allowed by default: an installation opts out. */
    @WithDefault("true")
    boolean personThirdParty();
}
