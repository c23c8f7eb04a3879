package io.zizhi.platform.operations;

import io.quarkus.arc.All;
import io.zizhi.platform.timers.TimerOwner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Kinds of aggregates whose timers this service sweeps. */
@ApplicationScoped
public class TimerOwners {

    private final List<String> types;

    TimerOwners(@All List<TimerOwner> owners) {
        this.types = owners.stream().map(TimerOwner::ownerType).sorted().toList();
    }

    public String[] types() {
        return types.toArray(String[]::new);
    }
}
