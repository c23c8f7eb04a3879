package io.zizhi.qualification.precheck;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How strictly administrators of several companies are treated. */
@ConfigMapping(prefix = "zizhi.administrator")
public interface AdministratorConfig {

    /**
     * Whether one administrator of several companies fails for third parties, too. By default that is a warning,
     * because one employee of an agency often serves several customers.
     */
    @WithDefault("false")
    boolean oneCompanyForThirdParties();
}
