package io.zizhi.local;

import io.zizhi.local.layout.Service;
import io.zizhi.local.server.ServerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Settings of the services in the environment of {@code ./zizhi}. A service reads them when it starts, and
 * {@code ./zizhi up} does not restart running services. So this class reports changed settings that have no effect.
 * Values are not shown, because some are secrets.
 */
final class GivenSettings {

    /**
     * Names as SmallRye Config reads them, also for a profile ({@code _LOCAL_ZIZHI_…}). Services ignore other
     * variables.
     */
    private static final Pattern SETTING = Pattern.compile("(_[A-Z]+_)?(ZIZHI|QUARKUS|MP)_.+");

    /** Variables of {@code ./zizhi} itself. Other checks report a changed port or folder. */
    private static final Pattern OF_THE_COMMAND = Pattern.compile("ZIZHI_(STATE|BUILT|YES|ISSUER|PORT_.+)");

    private final Map<String, String> here;

    GivenSettings(Map<String, String> environment) {
        here = settings(environment);
    }

    /** Differences from the running services' settings. */
    record Differences(List<String> withoutEffect, List<String> onlyThere) {

        boolean isEmpty() {
            return withoutEffect.isEmpty() && onlyThere.isEmpty();
        }

        /** Lists each difference on a line, then says what to do. */
        String explanation() {
            List<String> lines = new ArrayList<>(List.of("Running services keep their settings:"));
            Stream.concat(withoutEffect.stream(), onlyThere.stream()).forEach(line -> lines.add("  " + line));
            lines.add("To apply the settings given here: ./zizhi down, then ./zizhi up with the same settings.");
            return String.join(System.lineSeparator(), lines);
        }
    }

    /** Compares with the services that run in {@code folder}. */
    Differences withServicesIn(Path folder) {
        Map<String, Map<String, String>> there = new TreeMap<>();
        for (String service : Service.modules()) {
            ServerProcess.running(service, folder)
                    .flatMap(ServerProcess::environment)
                    .ifPresent(environment -> there.put(service, environment));
        }
        return with(there);
    }

    Differences with(Map<String, Map<String, String>> environments) {
        Map<String, List<String>> others = new TreeMap<>();
        Map<String, List<String>> lacking = new TreeMap<>();
        Map<String, List<String>> only = new TreeMap<>();
        new TreeMap<>(environments).forEach((service, environment) -> {
            Map<String, String> there = settings(environment);
            TreeSet<String> names = new TreeSet<>(here.keySet());
            names.addAll(there.keySet());
            for (String name : names) {
                if (!here.containsKey(name)) {
                    record(only, name, service);
                } else if (!there.containsKey(name)) {
                    record(lacking, name, service);
                } else if (!here.get(name).equals(there.get(name))) {
                    record(others, name, service);
                }
            }
        });
        return new Differences(
                Stream.concat(
                                lines(lacking, "is set here but missing in"),
                                lines(others, "is set here but has another value in"))
                        .sorted()
                        .toList(),
                lines(only, "is not set here but is set in").toList());
    }

    private static void record(Map<String, List<String>> differences, String name, String service) {
        differences.computeIfAbsent(name, first -> new ArrayList<>()).add(service);
    }

    private static Stream<String> lines(Map<String, List<String>> differences, String words) {
        return differences.entrySet().stream()
                .map(entry -> entry.getKey() + " " + words + " " + String.join(", ", entry.getValue()));
    }

    private static Map<String, String> settings(Map<String, String> environment) {
        Map<String, String> settings = new TreeMap<>(environment);
        settings.keySet()
                .removeIf(name -> !SETTING.matcher(name).matches()
                        || OF_THE_COMMAND.matcher(name).matches());
        return settings;
    }
}
