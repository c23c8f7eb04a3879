package io.zizhi.notification.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** How many codes may be sent. Each limit is a list of sliding windows, for example {@code 1/PT1M,5/PT1H,10/P1D}. */
@ConfigMapping(prefix = "zizhi.phone-code")
public interface PhoneCodeConfig {

    /** The independent limits. */
    Limits limits();

    /** One list of windows per kind of bucket. */
    interface Limits {

        /** To one number; no looser than what carriers and providers let through. */
        @WithDefault("1/PT1M,5/PT1H,10/P1D")
        List<SendWindow> number();

        /** For one account. */
        @WithDefault("30/PT1H,100/P1D")
        List<SendWindow> account();

        /** From one client address (IPv6: one /64). */
        @WithDefault("15/PT1H,50/P1D")
        List<SendWindow> address();

        /** In all: the budget, against pumping. */
        @WithDefault("120/PT1M,5000/P1D")
        List<SendWindow> all();
    }
}
