package io.zizhi.faults.driver.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Records requests and responses, one JSON object per line. A line is written before its request is sent. Contains ids
 * and states only, no personal data.
 */
public final class History implements AutoCloseable {

    private final Writer file;
    private final long seed;
    private final InstantSource clock;
    private final Map<Long, Operation> operations = new TreeMap<>();
    private long last;

    /** @param seed of the run; part of every line */
    public History(Path file, long seed, InstantSource clock) {
        try {
            this.file = Files.newBufferedWriter(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.seed = seed;
        this.clock = clock;
    }

    /**
     * Makes the call and writes a line before and a line after it.
     *
     * @param answered the fields to keep from a successful response
     */
    public Reply perform(
            String worker,
            String name,
            Map<String, String> asked,
            Supplier<Api.Answer> call,
            Function<JsonNode, Map<String, String>> answered) {
        Operation invoked = invoke(worker, name, asked);
        Reply reply = reply(call);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("status", Integer.toString(reply.status()));
        if (reply.isOk()) {
            facts.putAll(answered.apply(reply.body()));
        } else if (reply.body().has("code")) {
            facts.put("code", reply.text("code"));
        }
        end(invoked, reply.moment(), facts);
        return reply;
    }

    private static Reply reply(Supplier<Api.Answer> call) {
        try {
            Api.Answer answer = call.get();
            return new Reply(moment(answer.status()), answer.status(), answer.body());
        } catch (UncheckedIOException noAnswer) {
            return new Reply(Moment.INFO, 0, MissingNode.getInstance());
        }
    }

    private static Moment moment(int status) {
        if (status < 300) {
            return Moment.OK;
        }
        return status < 500 ? Moment.FAIL : Moment.INFO;
    }

    private synchronized Operation invoke(String worker, String name, Map<String, String> asked) {
        Instant now = clock.instant();
        Operation invoked = new Operation(++last, worker, name, asked, Moment.INFO, Map.of(), now, now);
        operations.put(invoked.number(), invoked);
        write(invoked, Moment.INVOKE, now, invoked.asked());
        return invoked;
    }

    private synchronized void end(Operation invoked, Moment moment, Map<String, String> facts) {
        Operation ended = new Operation(
                invoked.number(),
                invoked.worker(),
                invoked.name(),
                invoked.asked(),
                moment,
                facts,
                invoked.from(),
                clock.instant());
        operations.put(ended.number(), ended);
        write(ended, moment, ended.to(), ended.answered());
    }

    private void write(Operation operation, Moment moment, Instant at, Map<String, String> facts) {
        ObjectNode line = Api.JSON.createObjectNode();
        line.put("operation", operation.number())
                .put("at", at.toString())
                .put("moment", moment.name().toLowerCase(java.util.Locale.ROOT))
                .put("worker", operation.worker())
                .put("name", operation.name())
                .put("seed", seed);
        new TreeMap<>(facts).forEach(line::put);
        try {
            file.write(line + "\n");
            file.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns all operations so far, ordered by invocation. */
    public synchronized List<Operation> operations() {
        return new ArrayList<>(operations.values());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
