package io.zizhi.faults.evidence;

import java.time.LocalTime;
import java.util.Map;

/**
 * The clock policies of a run, limited to a campaign's needs: open on every day.
 *
 * @param policies by name
 */
public record PolicyTable(Map<String, Policy> policies) {

    public PolicyTable {
        policies = Map.copyOf(policies);
    }

    /**
     * @param opens local time in Asia/Shanghai
     * @param closes local time; midnight is the end of the day
     * @param targetSeconds open seconds until the breach
     */
    public record Policy(LocalTime opens, LocalTime closes, int targetSeconds, int warnPercent, int escalatePercent) {}
}
