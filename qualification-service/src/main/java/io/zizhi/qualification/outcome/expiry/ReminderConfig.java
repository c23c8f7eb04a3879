package io.zizhi.qualification.outcome.expiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

@ConfigMapping(prefix = "zizhi.expiry")
public interface ReminderConfig {

    /** Time of day of reminders, in Asia/Shanghai. A change does not affect timers that are already armed. */
    @WithDefault("09:00")
    LocalTime remindAt();
}
