package io.zizhi.faults.suite;

import io.zizhi.local.layout.Service;
import java.util.List;
import java.util.random.RandomGenerator;

/** Chooses the victims of faults. */
public final class Victims {

    private Victims() {}

    public static Service service(RandomGenerator random) {
        return one(List.of(Service.values()), random);
    }

    public static Instance instance(FaultySuite suite, RandomGenerator random) {
        return one(suite.instances(), random);
    }

    public static <T> T one(List<T> candidates, RandomGenerator random) {
        return candidates.get(random.nextInt(candidates.size()));
    }
}
