package io.zizhi.e2e.badinput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.e2e.badinput.Mutation.Demand;
import io.zizhi.e2e.http.Call;
import io.zizhi.e2e.http.Reply;
import io.zizhi.e2e.openapi.Operation;
import io.zizhi.e2e.openapi.Promise;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the faults of a response to an invalid request. */
final class Judge {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Rejections that must be counted, because otherwise a code could be guessed. */
    private static final Set<String> COUNTED = Set.of("PHONE_CODE_WRONG");

    /**
     * Rejections that point to another field than the mutated one. A general rule that fails hides the rules after it.
     */
    private static final Set<String> ELSEWHERE = Set.of("RULE_UNREACHABLE");

    private final Promise promise;
    private final List<String> foreignSecrets;

    /** Invalid input that was accepted in a text of the caller's own, and may appear in later responses. */
    private final Set<String> written = new HashSet<>();

    Judge(Promise promise, List<String> foreignSecrets) {
        this.promise = promise;
        this.foreignSecrets = foreignSecrets;
    }

    List<String> faults(Operation operation, Mutation mutation, Call call, Reply reply) {
        List<String> faults =
                new ArrayList<>(isAddressed(operation, call) ? promise.broken(operation, reply) : Promise.ofAny(reply));
        boolean refused = reply.status() >= 400 && reply.status() < 500;
        if (mutation.demand() == Demand.REFUSAL && !refused) {
            faults.add("answers " + reply.status() + " to an invalid request");
        }
        if (mutation.demand() == Demand.NOT_FOUND && reply.status() != 404) {
            faults.add("answers " + reply.status() + " for a resource of another account");
        }
        if (reply.status() == 400
                && !mutation.place().isEmpty()
                && !reply.isEmpty()
                && !names(reply, mutation.place())) {
            faults.add("does not point to the field");
        }
        foreignSecrets.stream()
                // auditors read the entries of all accounts
                .filter(secret -> !operation.path().startsWith("/v1/audit-entries"))
                .filter(secret -> reply.text().contains(secret) && !call.says(secret) && !written.contains(secret))
                .forEach(secret -> faults.add("reveals data of another account"));
        if (reply.isSuccess() && !operation.isReading()) {
            foreignSecrets.stream().filter(call::says).forEach(written::add);
        }
        return faults;
    }

    /** Returns whether a rejection may have changed data. */
    static boolean counts(Reply reply) {
        return reply.mediaType().contains("json")
                && COUNTED.contains(json(reply).path("code").asText());
    }

    /** Returns whether the method and path of the call still match the operation. */
    private static boolean isAddressed(Operation operation, Call call) {
        String[] template = operation.path().split("/", -1);
        String[] steps = call.target().split("\\?", 2)[0].split("/", -1);
        if (!call.method().equals(operation.method()) || steps.length != template.length) {
            return false;
        }
        for (int step = 0; step < template.length; step++) {
            boolean variable = template[step].startsWith("{");
            boolean same = steps[step].equals(template[step]);
            boolean value = !steps[step].isEmpty() && !dots(steps[step]).contains("..");
            if (variable ? !value : !same) {
                return false;
            }
        }
        return true;
    }

    /**
     * Decodes encoded dots in a path segment, because servers treat both spellings alike (RFC 3986, section 6.2.2.2).
     */
    private static String dots(String step) {
        return step.replaceAll("(?i)%2e", ".");
    }

    /** Returns whether one of the errors points to {@code place}, or to a parent or child of it. */
    private static boolean names(Reply reply, String place) {
        for (JsonNode error : json(reply).path("errors")) {
            String pointer = error.path("pointer").asText();
            if (pointer.equals(place)
                    || ELSEWHERE.contains(error.path("code").asText())
                    || (place.startsWith("/") && (place.startsWith(pointer) || pointer.startsWith(place)))) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode json(Reply reply) {
        try {
            return JSON.readTree(reply.bodyText());
        } catch (JsonProcessingException none) {
            return JSON.missingNode();
        }
    }
}
