package io.zizhi.platform.operations;

import io.quarkus.arc.All;
import io.zizhi.platform.timers.TimerOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Whose timers this service sweeps. */
@ApplicationScoped
public class TimerOwners {

    private final List<String> types;

    @Inject
    TimerOwners(@All List<TimerOwner> owners) {
        this.types = owners.stream().map(TimerOwner::ownerType).sorted().toList();
    }

    public String[] types() {
        return types.toArray(String[]::new);
    }
}
