package io.zizhi.e2e.badinput;

import io.zizhi.e2e.badinput.Mutation.Demand;
import io.zizhi.e2e.http.Call;
import io.zizhi.e2e.openapi.Operation;
import io.zizhi.e2e.openapi.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Invalid paths and queries: each parameter in the document, and the address as a whole. */
final class ParameterMutations {

    private final Operation operation;
    private final List<String> foreignIds;
    private final Demand forForeignIds;
    private final List<Mutation> mutations = new ArrayList<>();

    private ParameterMutations(Operation operation, List<String> foreignIds, Demand forForeignIds) {
        this.operation = operation;
        this.foreignIds = foreignIds;
        this.forForeignIds = forForeignIds;
    }

    /** @param forForeignIds the required response when the path contains an id of another account */
    static List<Mutation> of(
            Operation operation, List<Parameter> parameters, List<String> foreignIds, Demand forForeignIds) {
        ParameterMutations made = new ParameterMutations(operation, foreignIds, forForeignIds);
        for (Parameter parameter : parameters) {
            switch (parameter.in()) {
                case "path" -> made.variable(parameter.name());
                case "query" -> made.inQuery(parameter.name());
                default -> {}
            }
        }
        made.address();
        return made.mutations;
    }

    private void variable(String name) {
        int step = List.of(operation.path().split("/", -1)).indexOf("{" + name + "}");
        Awkward.encoded()
                .forEach((label, value) ->
                        add("path " + name + " " + label, "", Demand.NOTHING, path -> step(path, step, value)));
        Awkward.encodedImpossible()
                .forEach((label, value) ->
                        add("path " + name + " " + label, "", Demand.REFUSAL, path -> step(path, step, value)));
        for (String id : foreignIds) {
            add("path " + name + " of another account", "", forForeignIds, path -> step(path, step, id));
        }
        add("path " + name + " empty", "", Demand.NOTHING, path -> step(path, step, ""));
        add("path " + name + " dots", "", Demand.NOTHING, path -> step(path, step, ".."));
        add("path " + name + " endless", "", Demand.AT_MOST_A_REFUSAL, path -> step(path, step, "a".repeat(9_000)));
    }

    private void inQuery(String name) {
        String place = "?" + name;
        // a semicolon begins another parameter, which the error names
        Awkward.encoded()
                .forEach((label, value) -> add(
                        "query " + name + " " + label,
                        value.contains(";") ? "" : place,
                        Demand.NOTHING,
                        target -> query(target, name, value)));
        Awkward.encodedImpossible()
                .forEach((label, value) -> add(
                        "query " + name + " " + label, place, Demand.REFUSAL, target -> query(target, name, value)));
        for (String id : foreignIds) {
            add("query " + name + " of another account", place, Demand.NOTHING, target -> query(target, name, id));
        }
        add("query " + name + " empty", place, Demand.NOTHING, target -> query(target, name, ""));
        add("query " + name + " left out", place, Demand.NOTHING, target -> query(target, name, null));
        add("query " + name + " twice the same", place, Demand.NOTHING, target -> {
            String own = own(target, name);
            return target + (target.contains("?") ? "&" : "?") + name + "=" + own;
        });
        add("query " + name + " twice", place, Demand.REFUSAL, target -> query(target, name, "1") + "&" + name + "=2");
        add("query " + name + " in brackets", place + "[]", Demand.REFUSAL, target -> query(target, name + "[]", "1"));
        // beside the parameter itself it counts as repeated, else as unknown
        add(
                "query " + name + " in capitals",
                "",
                Demand.REFUSAL,
                target -> query(target, name.toUpperCase(Locale.ROOT), "1"));
        for (String near : List.of("1", "99", "100", "101")) {
            add("query " + name + " " + near, place, Demand.NOTHING, target -> query(target, name, near));
        }
    }

    private void address() {
        add(
                "unknown query",
                "?unknown",
                Demand.REFUSAL,
                target -> target + (target.contains("?") ? "&" : "?") + "unknown=1");
        add(
                "a hundred queries",
                "?a",
                Demand.REFUSAL,
                target -> target + (target.contains("?") ? "&" : "?") + "a=1&".repeat(100));
        add("query of ampersands", "", Demand.NOTHING, target -> path(target) + "?&&=&=&");
        add("malformed query", "", Demand.REFUSAL, target -> path(target) + "?a=%zz");
        add("NUL in an unknown query", "", Demand.REFUSAL, target -> path(target) + "?unknown=%00");
        add("endless query", "", Demand.AT_MOST_A_REFUSAL, target -> path(target) + "?a=" + "b".repeat(9_000));
        add("trailing slash", "", Demand.NOTHING, target -> path(target) + "/");
        add("double slashes", "", Demand.NOTHING, target -> path(target).replace("/", "//"));
        add("dots in the path", "", Demand.NOTHING, target -> "/v1/../.." + target);
        add(
                "encoded slashes",
                "",
                Demand.NOTHING,
                target -> "/" + path(target).substring(1).replace("/", "%2F"));
        add("capitals", "", Demand.NOTHING, target -> path(target).toUpperCase(Locale.ROOT));
        add("matrix parameters", "", Demand.NOTHING, target -> path(target) + ";jsessionid=1");
        add("additional path segment", "", Demand.NOTHING, target -> path(target) + "/more");
        add("raw Unicode", "", Demand.AT_MOST_A_REFUSAL, target -> path(target) + "/\u8D44\u8D28");
        add("raw blank", "", Demand.AT_MOST_A_REFUSAL, target -> path(target) + "/a b");
        add("fragment", "", Demand.AT_MOST_A_REFUSAL, target -> path(target) + "#a");
        add("absolute address", "", Demand.AT_MOST_A_REFUSAL, target -> "http://example.invalid" + target);
        add("asterisk", "", Demand.AT_MOST_A_REFUSAL, target -> "*");
        add("no slash", "", Demand.AT_MOST_A_REFUSAL, target -> target.substring(1));
    }

    private void add(String label, String place, Demand demand, UnaryOperator<String> target) {
        mutations.add(new Mutation(label, place, demand, (Call call) -> call.withTarget(target.apply(call.target()))));
    }

    private static String path(String target) {
        return target.split("\\?", 2)[0];
    }

    private static String step(String target, int step, String value) {
        String[] halves = target.split("\\?", 2);
        String[] steps = halves[0].split("/", -1);
        steps[step] = value;
        return String.join("/", steps) + (halves.length > 1 ? "?" + halves[1] : "");
    }

    /** Returns the target with another value of the query parameter; without the parameter if the value is null. */
    private static String query(String target, String name, @Nullable String value) {
        List<String> pairs = new ArrayList<>();
        String[] halves = target.split("\\?", 2);
        if (halves.length > 1) {
            for (String pair : halves[1].split("&", -1)) {
                if (!pair.startsWith(name + "=")) {
                    pairs.add(pair);
                }
            }
        }
        if (value != null) {
            pairs.add(name + "=" + value);
        }
        return halves[0] + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    }

    private static String own(String target, String name) {
        String[] halves = target.split("\\?", 2);
        if (halves.length > 1) {
            for (String pair : halves[1].split("&", -1)) {
                if (pair.startsWith(name + "=")) {
                    return pair.substring(name.length() + 1);
                }
            }
        }
        return "1";
    }
}
