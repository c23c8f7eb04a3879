package io.zizhi.e2e;

import java.util.HexFormat;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Random values of tests, from printed seeds. To repeat a test of a whole run alone, set {@code -Dzizhi.tests.seed=N} to
 * the seed that it printed; {@code random} draws a new one.
 */
public final class TestRandom {

    private static final String SEED = System.getProperty("zizhi.tests.seed", "20261202");

    /** Counts on, because two tests with the same names or phones would disturb each other in one suite. */
    private static final AtomicLong NEXT =
            new AtomicLong(SEED.equals("random") ? new Random().nextInt(Integer.MAX_VALUE) : Long.parseLong(SEED));

    private TestRandom() {}

    /** Returns a generator with a seed of its own, and prints the seed. */
    public static Random seeded() {
        long seed = NEXT.getAndIncrement();
        System.out.println("-Dzizhi.tests.seed=" + seed);
        // Mixes the bits, because Random starts alike with neighbouring seeds.
        return new Random(new SplittableRandom(seed).nextLong());
    }

    /** Returns eight hexadecimal digits, to be part of a unique name. */
    public static String suffix(RandomGenerator random) {
        return HexFormat.of().toHexDigits(random.nextInt());
    }
}
