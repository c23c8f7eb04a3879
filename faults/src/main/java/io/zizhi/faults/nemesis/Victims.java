package io.zizhi.faults.nemesis;

import io.zizhi.local.Service;
import java.util.List;
import java.util.random.RandomGenerator;

/** Chooses the victims of faults. */
final class Victims {

    private Victims() {}

    static Service service(RandomGenerator random) {
        return one(List.of(Service.values()), random);
    }

    static Instance instance(FaultySuite suite, RandomGenerator random) {
        return one(suite.instances(), random);
    }

    static <T> T one(List<T> candidates, RandomGenerator random) {
        return candidates.get(random.nextInt(candidates.size()));
    }
}
