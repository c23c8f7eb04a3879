package io.zizhi.qualification.outcome.expiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

/** When people are reminded of what ends soon. */
@ConfigMapping(prefix = "zizhi.expiry")
public interface ReminderConfig {

    /** Time of day of reminders, in Asia/Shanghai. A change does not move timers that are already armed. */
    @WithDefault("09:00")
    LocalTime remindAt();
}
