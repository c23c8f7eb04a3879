package io.zizhi.qualification.expiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

/** When people are reminded of what ends soon. */
@ConfigMapping(prefix = "zizhi.expiry")
public interface ReminderConfig {

    /** Time of day in Asia/Shanghai: nobody is woken. Timers that are armed already keep the time of day that they have. */
    @WithDefault("09:00")
    LocalTime remindAt();
}
