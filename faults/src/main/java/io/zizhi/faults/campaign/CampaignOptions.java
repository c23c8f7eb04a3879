package io.zizhi.faults.campaign;

import io.zizhi.faults.nemesis.Faults;
import io.zizhi.faults.suite.Fault;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The options of a campaign.
 *
 * @param seed of all choices; the same seed gives the same choices, though not at the same instants
 * @param length how long faults strike; up to twice as long if a kind has not struck or too little was done
 * @param submissions number of submissions that are enough, together with a letter, a sheet and both answers to carrier
 *     filings; 0 if nothing need be done. With {@code once}, the campaign waits at most eight minutes for them
 * @param once whether each kind strikes once, briefly, instead of repeatedly for {@code length}
 * @param replicas how many instances each service has
 * @param faults the kinds
 * @param keep whether databases, topics and objects remain after a clean run; otherwise only report, history and logs
 *     remain
 */
public record CampaignOptions(
        long seed, Duration length, int submissions, boolean once, int replicas, List<Fault> faults, boolean keep) {

    static final String USAGE = """
            ./zizhi faults [--seed N] [--minutes M | --once] [--replicas N] [--faults F1,F4] [--submissions N] [--keep]
            ./zizhi faults --mutant NAME [SEED]
            ./zizhi faults --upgrade-from TREE [--kill] [--drop-column] [--brief]""";

    /** Seeds are short, so that people can copy them. */
    private static final int SEEDS = 1_000_000;

    private static final int DEFAULT_MINUTES = 5;
    private static final int DEFAULT_REPLICAS = 2;

    /** Without work of every kind, the audit of a single fault would have no data to check. */
    private static final int DEFAULT_SUBMISSIONS = 10;

    /** The maximum number of replicas. On one machine, PostgreSQL's number of connections limits it. */
    private static final int MOST_REPLICAS = 3;

    public CampaignOptions {
        faults = List.copyOf(faults);
    }

    /** @throws IllegalArgumentException with a message for the user */
    static CampaignOptions of(String... arguments) {
        long seed = new SecureRandom().nextInt(SEEDS);
        Duration length = Duration.ofMinutes(DEFAULT_MINUTES);
        List<Fault> faults = Faults.all();
        int replicas = DEFAULT_REPLICAS;
        int submissions = DEFAULT_SUBMISSIONS;
        boolean once = false;
        boolean keep = false;
        Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--seed" -> seed = number(option, value(option, left));
                case "--minutes" -> length = minutes(option, value(option, left));
                case "--replicas" -> replicas = replicas(option, value(option, left));
                case "--faults" -> faults = Faults.named(value(option, left));
                case "--submissions" -> submissions = Math.toIntExact(number(option, value(option, left)));
                case "--once" -> once = true;
                case "--keep" -> keep = true;
                default -> throw new IllegalArgumentException("Unknown option: " + option);
            }
        }
        return new CampaignOptions(seed, length, submissions, once, replicas, faults, keep);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return left.pop();
    }

    private static int replicas(String option, String text) {
        long replicas = number(option, text);
        if (replicas < 1 || replicas > MOST_REPLICAS) {
            throw new IllegalArgumentException(option + " must be between 1 and " + MOST_REPLICAS);
        }
        return (int) replicas;
    }

    private static Duration minutes(String option, String text) {
        long minutes = number(option, text);
        if (minutes < 1) {
            throw new IllegalArgumentException(option + " must be at least 1");
        }
        return Duration.ofMinutes(minutes);
    }

    private static long number(String option, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException(option + " must be a whole number, but is \"" + text + "\"", malformed);
        }
    }
}
