package io.zizhi.bench.capacity;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a suite has used since its start. The difference of two is the usage in between.
 *
 * @param nanos wall-clock time
 * @param cpu milliseconds of processor time by process
 * @param bytes bytes written, by destination
 */
record Usage(long nanos, Map<String, Double> cpu, Map<String, Double> bytes) {

    Usage since(Usage earlier) {
        return new Usage(nanos - earlier.nanos, minus(cpu, earlier.cpu), minus(bytes, earlier.bytes));
    }

    /** Returns this usage without what an idle suite uses in the same time, divided by {@code count}. */
    Usage perAct(Usage idle, int count) {
        double share = (double) nanos / idle.nanos;
        Map<String, Double> net = new TreeMap<>();
        cpu.forEach((name, value) ->
                net.put(name, Math.max(0, value - share * idle.cpu.getOrDefault(name, 0.0)) / count));
        Map<String, Double> written = new TreeMap<>();
        bytes.forEach((name, value) -> written.put(name, value / count));
        return new Usage(nanos / count, net, written);
    }

    double cpuOf(String process) {
        return cpu.getOrDefault(process, 0.0);
    }

    double bytesTo(String destination) {
        return bytes.getOrDefault(destination, 0.0);
    }

    private static Map<String, Double> minus(Map<String, Double> later, Map<String, Double> earlier) {
        Map<String, Double> difference = new TreeMap<>();
        later.forEach((name, value) -> difference.put(name, value - earlier.getOrDefault(name, 0.0)));
        return difference;
    }
}
